import { and, eq, isNotNull, isNull, lte, or } from 'drizzle-orm';
import type { Instant } from '#lib/time.ts';
import type { Tx } from './client.ts';
import { workspaces } from './schema/workspaces.ts';

type Claim = { workspaceId: string; holder: string };

/** Takes the right to advance a test clock until `until`; false while somebody else has it. `now` is the machine's. */
export async function claimAdvance(tx: Tx, { workspaceId, holder, now, until }: Claim & { now: Date; until: Date }): Promise<boolean> {
  const free = or(isNull(workspaces.advanceUntil), lte(workspaces.advanceUntil, now));
  const taken = await tx
    .update(workspaces)
    .set({ advanceHolder: holder, advanceUntil: until })
    .where(and(eq(workspaces.id, workspaceId), isNotNull(workspaces.testClockAt), free))
    .returning({ id: workspaces.id });
  return taken.length > 0;
}

/** Moves the clock, never backwards, and keeps the right until `until`; false where it was lost. */
export async function moveTestClock(tx: Tx, { workspaceId, holder, now, until }: Claim & { now: Instant; until: Date }): Promise<boolean> {
  const mine = and(eq(workspaces.id, workspaceId), eq(workspaces.advanceHolder, holder), lte(workspaces.testClockAt, now));
  const moved = await tx.update(workspaces).set({ testClockAt: now, advanceUntil: until }).where(mine).returning({ id: workspaces.id });
  return moved.length > 0;
}

export async function releaseAdvance(tx: Tx, { workspaceId, holder }: Claim): Promise<void> {
  const mine = and(eq(workspaces.id, workspaceId), eq(workspaces.advanceHolder, holder));
  await tx.update(workspaces).set({ advanceHolder: null, advanceUntil: null }).where(mine);
}
