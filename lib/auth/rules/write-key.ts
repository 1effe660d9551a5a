type Headers = { get(name: string): string | null };

/** The key that a client of others sends in its headers: `X-Write-Key`, else the user name of Basic authorization, or a bearer token.
 *  Null where it sends none there. */
export function writeKeyOf(headers: Headers): string | null {
  return keyIn(headers.get('x-write-key')) ?? keyIn(authorized(headers.get('authorization')));
}

/** As `writeKeyOf`, where it stands in the body. */
export function writeKeyIn(sent: unknown): string | null {
  return typeof sent === 'string' ? keyIn(sent) : null;
}

function authorized(authorization: string | null): string | null {
  const [, scheme = '', credentials = ''] = /^(Basic|Bearer) +(\S+) *$/i.exec(authorization ?? '') ?? [];
  if (scheme.toLowerCase() === 'bearer') return credentials;
  return scheme === '' ? null : Buffer.from(credentials, 'base64').toString();
}

/** Some clients refuse a key that is not a pair, and Basic authorization is one: of `name:key` and `key:` it is the part that looks like ours. */
function keyIn(sent: string | null): string | null {
  const parts = (sent ?? '').trim().split(':');
  return parts.find((part) => part.startsWith('pk_')) ?? (parts[0] || null);
}
