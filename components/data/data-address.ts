/** `/demo/data/next-process`; what is undefined is left out of the query. */
export function dataAddress(slug: string, path: string, query: Record<string, string | number | undefined> = {}): string {
  const given = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]));
  const search = new URLSearchParams(given).toString();
  return `/${slug}/data/${path}${search && `?${search}`}`;
}
