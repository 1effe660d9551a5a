import { authenticateTracker } from '#lib/auth/authenticate-tracker.ts';
import { limitRate } from '#lib/auth/limit-rate.ts';
import { recordClient } from './record-client.ts';
import type { Fields } from './rules/client-fields.ts';

/** Takes a hit of a tracker that bears a workspace's public service id, and a key where it has one. What nobody can use comes to nothing.
 *  AppError `too-many-requests`. */
export async function recordHit(sent: Fields, { serviceId, key }: { serviceId: string; key: string | null }): Promise<void> {
  if (!/^SP-\d+-\d+$/.test(serviceId)) return;
  const tracker = await authenticateTracker(serviceId, key);
  if (tracker === null) return;
  limitRate(tracker);
  await recordClient(tracker.ctx, { source: 'totango', received: [{ shape: 'hit', sent }] });
}
