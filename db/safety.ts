import { eq } from 'drizzle-orm';
import type { BreakerLimits } from '#lib/retention/rules/breaker.ts';
import type { Tx } from './client.ts';
import { workspaces } from './schema/workspaces.ts';
import type { Workspace } from './workspace.ts';

export type PauseSettings = { marking: boolean; purging: boolean };
export type SafetySettings = { breaker: BreakerLimits; archived_blocks: boolean };

export function readPauses({ markingPaused, purgingPaused }: Workspace): PauseSettings {
  return { marking: markingPaused, purging: purgingPaused };
}

export async function writePauses(tx: Tx, { workspaceId, marking, purging }: { workspaceId: string } & PauseSettings): Promise<void> {
  await tx.update(workspaces).set({ markingPaused: marking, purgingPaused: purging }).where(eq(workspaces.id, workspaceId));
}

export function readSafety({ breakerShare, breakerFloor, archivedBlocks }: Workspace): SafetySettings {
  return { breaker: { share: breakerShare, floor: breakerFloor }, archived_blocks: archivedBlocks };
}

export async function writeSafety(
  tx: Tx,
  { workspaceId, breaker, archived_blocks }: { workspaceId: string } & SafetySettings,
): Promise<void> {
  await tx
    .update(workspaces)
    .set({ breakerShare: breaker.share, breakerFloor: breaker.floor, archivedBlocks: archived_blocks })
    .where(eq(workspaces.id, workspaceId));
}
