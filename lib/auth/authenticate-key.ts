import { keyByHash, touchApiKey } from '#db/api-keys.ts';
import { platform } from '#db/client.ts';
import type { Context } from '#lib/context.ts';
import { AppError } from '#lib/errors.ts';
import { keyHash } from './secrets.ts';

/** A key at work. `ratePerSecond` is null where its workspace has a test clock: such a one is not limited. */
export type KeyAtWork = { ctx: Context; keyId: string; ratePerSecond: number | null };

/** When a key was used last is kept to the minute: it is there to find the keys that nobody needs. */
const TOUCH_EVERY_MS = 60_000;

/** Whose key it is; AppError `key-needed` where it is missing, unknown or revoked. */
export async function authenticateKey(key: string | null): Promise<KeyAtWork> {
  if (!key) throw new AppError('key-needed', 'Send a key of the workspace: Authorization: Bearer pk_…');
  const now = new Date();
  const unlessAfter = new Date(now.getTime() - TOUCH_EVERY_MS);
  const known = await platform(async (tx) => {
    const found = await keyByHash(tx, { hash: keyHash(key) });
    if (found && (found.lastUsedAt === null || found.lastUsedAt < unlessAfter))
      await touchApiKey(tx, { id: found.id, at: now, unlessAfter });
    return found;
  });
  if (!known) throw new AppError('key-needed', 'This key is not known or was revoked. Use one that the API keys page shows.');
  return {
    ctx: { workspaceId: known.workspaceId, actor: { type: 'key', id: known.id, scopes: new Set(known.scopes) } },
    keyId: known.id,
    ratePerSecond: known.testClock ? null : known.ratePerSecond,
  };
}

/** The key of an `Authorization: Bearer` header; null where there is none. */
export function bearerKey(authorization: string | null): string | null {
  return /^Bearer +(\S+) *$/i.exec(authorization ?? '')?.[1] ?? null;
}
