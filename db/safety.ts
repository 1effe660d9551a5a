import { eq } from 'drizzle-orm';
import type { BreakerLimits } from '#lib/retention/rules/breaker.ts';
import type { Instant } from '#lib/time.ts';
import type { Tx } from './client.ts';
import { workspaces } from './schema/workspaces.ts';
import type { Workspace } from './workspace.ts';

export type PauseSettings = { marking: boolean; purging: boolean };
export type SafetySettings = { breaker: BreakerLimits; archived_blocks: boolean };

export function readPauses({ markingPaused, purgingPaused }: Workspace): PauseSettings {
  return { marking: markingPaused, purging: purgingPaused };
}

/** Who began a pause, as the audit trail names them, and when. */
export type PauseOrigin = { by: string; at: Instant };

/** Null where it is not paused. */
export function readPauseOrigins(workspace: Workspace): Record<keyof PauseSettings, PauseOrigin | null> {
  const { markingPausedBy, markingPausedAt, purgingPausedBy, purgingPausedAt } = workspace;
  return { marking: originOf(markingPausedBy, markingPausedAt), purging: originOf(purgingPausedBy, purgingPausedAt) };
}

/** Null ends a pause; one that lasts keeps who began it. */
export async function writePauses(
  tx: Tx,
  { workspaceId, marking, purging }: { workspaceId: string } & Record<keyof PauseSettings, PauseOrigin | null>,
): Promise<void> {
  await tx
    .update(workspaces)
    .set({
      markingPaused: marking !== null,
      markingPausedBy: marking?.by ?? null,
      markingPausedAt: marking?.at ?? null,
      purgingPaused: purging !== null,
      purgingPausedBy: purging?.by ?? null,
      purgingPausedAt: purging?.at ?? null,
    })
    .where(eq(workspaces.id, workspaceId));
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

function originOf(by: string | null, at: Instant | null): PauseOrigin | null {
  return by === null || at === null ? null : { by, at };
}
