/** The query of a list in a page's address, as the server and the browser read it alike: only `names` are taken over. */
export function listQuery(params: URLSearchParams, names: readonly string[]): Record<string, string | undefined> {
  return Object.fromEntries(names.map((name) => [name, params.get(name) || undefined]));
}

/** The same of what Next gives a page; of a value that is there twice the first counts. */
export function pageParams(search: Record<string, string | string[] | undefined>): URLSearchParams {
  const entries = Object.entries(search).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]);
  return new URLSearchParams(entries.filter((entry): entry is [string, string] => entry[1] !== undefined));
}

/** Where a list's page stands; a change of filter or order begins at its first page. */
export const FIRST_PAGE = { after: undefined, before: undefined, end: undefined };
export const PLACE_NAMES = ['after', 'before', 'end'] as const;
