/** First segments of addresses that the app serves itself; no workspace may be called so. */
const SERVED = new Set(
  'api v1 docs sign-in sign-out metrics restapi pixel.gif _next favicon.ico health static public assets settings account new'.split(' '),
);

const MAX_LENGTH = 40;

/** The address part of a workspace of this name, `[a-z0-9-]{1,40}`. With `attempt` above 1 it ends in that number: for a name that is taken. */
export function slugOf(name: string, attempt = 1): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  const free = plain === '' || SERVED.has(plain) ? `workspace${plain === '' ? '' : `-${plain}`}` : plain;
  const ending = attempt > 1 ? `-${attempt}` : '';
  return `${free.slice(0, MAX_LENGTH - ending.length).replace(/-+$/, '')}${ending}`;
}
