import { platform } from '#db/client.ts';
import { workspaceByServiceId } from '#db/directory.ts';
import { AppError } from '#lib/errors.ts';
import { DEFAULT_RATE } from '#lib/workspaces/rules/key-input.ts';
import { authenticateKey, type KeyAtWork } from './authenticate-key.ts';

/** Who sends with a workspace's public service id, which can do nothing else: the tracker, or the key of the same workspace that it bears
 *  besides. Null where no workspace has this id. */
export async function authenticateTracker(serviceId: string, token: string | null): Promise<KeyAtWork | null> {
  const workspace = await platform((tx) => workspaceByServiceId(tx, { serviceId }));
  if (!workspace) return null;
  const { workspaceId, testClock } = workspace;
  const key = token === null ? null : await keyOf(token);
  if (key?.ctx.workspaceId === workspaceId && key.ctx.actor.type === 'key' && key.ctx.actor.scopes.has('ingest')) return key;
  return {
    ctx: { workspaceId, actor: { type: 'system', name: 'tracker' } },
    keyId: serviceId,
    ratePerSecond: testClock ? null : DEFAULT_RATE,
  };
}

async function keyOf(token: string): Promise<KeyAtWork | null> {
  try {
    return await authenticateKey(token);
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}
