/** Where a heading of the page is found. */
export const anchorOf = (name: string) => name.toLowerCase().replaceAll(' ', '-');
