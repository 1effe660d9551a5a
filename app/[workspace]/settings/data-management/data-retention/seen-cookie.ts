/** Says that this browser's person knows how retention works. */
export const SEEN_COOKIE = 'how-it-works';
