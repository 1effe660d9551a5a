/** Where to go after signing in: a page of this site, never the sign-in page itself; the first page for anything else. */
export function localPath(next: unknown): string {
  if (typeof next !== 'string' || !next.startsWith('/')) return '/';
  const url = URL.parse(next, HERE);
  if (url?.origin !== HERE || url.pathname.startsWith('//') || url.pathname === '/sign-in') return '/';
  return url.pathname + url.search;
}

const HERE = 'http://here.invalid';
