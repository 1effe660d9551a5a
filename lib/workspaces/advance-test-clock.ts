import { z } from 'zod';
import { type Tx, transaction } from '#db/client.ts';
import { unfinishedRun } from '#db/daily-runs.ts';
import { claimAdvance, moveTestClock, releaseAdvance } from '#db/test-clock.ts';
import { openWorkspace } from '#db/workspace.ts';
import { actorName, type Context } from '#lib/context.ts';
import { admit, parseInput } from '#lib/door.ts';
import { AppError } from '#lib/errors.ts';
import { newId } from '#lib/ids.ts';
import { finishOpenRun, type RunSummary, runDaily } from '#lib/retention/run-daily.ts';
import { ClockSchema, dayOf, daysBetween, type Instant, nextProcessStart } from '#lib/time.ts';

/** As far as one call may advance. */
const MAX_ADVANCE_DAYS = 400;
/** Nobody else advances for this long after each day, by the machine's clock; after a crash the next call waits no longer. */
const LEASE_MS = 5_000;

export const AdvanceInput = z.object({ to: ClockSchema });
export type Advanced = { now: Instant; runs: Omit<RunSummary, 'state'>[] };

/** Moves a test clock forward and runs each daily process on its way, in this process, one day after the other. Cut off, the clock stands at the day reached and
 *  a second call goes on. AppError `forbidden`, `invalid` (backward, too far), `conflict` (no test clock, or somebody advances it just now). */
export async function advanceTestClock(ctx: Context, input: unknown): Promise<Advanced> {
  admit(ctx, { permission: 'workspace:admin', scope: 'admin' });
  const { to } = parseInput(AdvanceInput, input);
  const claim = { workspaceId: ctx.workspaceId, holder: newId() };
  const { now, cutOff } = await begin(claim, to);
  try {
    if (cutOff) await finishOpenRun(claim);
    return { now: to, runs: await runDays(ctx, claim, now, to) };
  } finally {
    await transaction(ctx.workspaceId, (tx) => releaseAdvance(tx, claim));
  }
}

type Claim = { workspaceId: string; holder: string };

/** Takes the claim; gives the instant at which the clock stands, and whether a run was cut off there. */
async function begin(claim: Claim, to: Instant): Promise<{ now: Instant; cutOff: boolean }> {
  return transaction(claim.workspaceId, async (tx) => {
    const workspace = await openWorkspace(tx, claim);
    if (!workspace?.testClockAt) throw new AppError('conflict', 'This workspace lives by the real clock, which nobody can advance.');
    if (to < workspace.now) throw refused(`The clock stands at ${workspace.now} and only goes forward.`);
    if (daysBetween(dayOf(workspace.now), dayOf(to)) > MAX_ADVANCE_DAYS)
      throw refused(`Advance by ${MAX_ADVANCE_DAYS} days at most in one call.`);
    const claimed = await claimAdvance(tx, { ...claim, now: new Date(), until: new Date(Date.now() + LEASE_MS) });
    if (!claimed) throw new AppError('conflict', 'Somebody advances this clock just now. Wait until they are done.');
    return { now: workspace.now, cutOff: (await unfinishedRun(tx, claim)) !== null };
  });
}

async function runDays({ workspaceId, actor }: Context, claim: Claim, now: Instant, to: Instant): Promise<Advanced['runs']> {
  const runs: Advanced['runs'] = [];
  for (let start = nextProcessStart(now); start <= to; start = nextProcessStart(start)) {
    const moveClock = (tx: Tx) => move(tx, claim, start);
    const { day, marked, lifted, purged } = await runDaily({ workspaceId, startedBy: actorName(actor), moveClock });
    runs.push({ day, marked, lifted, purged });
  }
  await transaction(workspaceId, (tx) => move(tx, claim, to));
  return runs;
}

/** Sets the clock and renews the claim. */
async function move(tx: Tx, claim: Claim, now: Instant): Promise<void> {
  const moved = await moveTestClock(tx, { ...claim, now, until: new Date(Date.now() + LEASE_MS) });
  if (!moved) throw new AppError('conflict', 'Somebody else took over advancing this clock.');
}

function refused(message: string): AppError {
  return new AppError('invalid', message, { fields: [{ path: 'to', message }] });
}
