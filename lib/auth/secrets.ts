import { createHash, randomBytes } from 'node:crypto';

/** A new API key: 256 random bits behind a prefix that secret scanners can learn. */
export function newApiKey(): string {
  return `pk_${randomBytes(32).toString('base64url')}`;
}

/** The beginning of a key, by which people tell their keys apart. */
export function keyPrefix(key: string): string {
  return key.slice(0, 9);
}

/** What is kept of a key: its SHA-256, hex. A key is random enough that a slow hash would add nothing. */
export function keyHash(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}

/** A workspace's public service id, as Totango's tracker writes it. */
export function newServiceId(): string {
  return `SP-${randomBytes(4).readUInt32BE()}-${randomBytes(1).readUInt8()}`;
}
