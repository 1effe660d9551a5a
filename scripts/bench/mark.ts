import { fillAccounts } from '#db/bench/fill.ts';
import { markFloor, markRowByRow } from '#db/bench/floors.ts';
import { transaction } from '#db/client.ts';
import { inactivityCutoff } from '#lib/retention/rules/inactivity.ts';
import { savePolicies } from '#lib/retention/save-policies.ts';
import { addDays, type Day, parseDay, parseInstant } from '#lib/time.ts';
import { type BenchLine, type BenchOptions, measurePairs, RUNS, turnsOf } from './line.ts';
import { type BenchWorkspace, makeWorkspace, readyFor } from './workspace.ts';

const DAYS = 30;
/** The first day that marks somebody: a hundredth of all accounts, as on each day after it. */
const FIRST = parseDay('2026-01-01');
/** A day for each run of ours and of the floor, and one each for the comparison with row by row. */
const DUE_DAYS = 2 * RUNS + 2;
/** When the accounts that never become due here were last heard of. */
export const HEARD_ON = parseDay('2026-02-28');
const FILL = 100_000;

/** Marking: a hundredth of all accounts on each day, by a daily run and by one bare statement in turn; then once beside a row at a time. Also gives the
 *  workspaces and how many accounts each has, for signals. */
export async function markLines(options: BenchOptions): Promise<{ marks: BenchLine[]; crowd: BenchWorkspace[]; each: number }> {
  const crowd = await makeCrowd(options);
  const n = eachOf(options) * crowd.length;
  const dayOf = (turn: number) => addDays(FIRST, turn);
  const ours = async (turn: number) => {
    const run = await readyFor(crowd, dayOf(turn));
    return async () => (await run()).reduce((sum, { marked }) => sum + (marked.accounts ?? 0), 0);
  };
  const floor = async (turn: number, marks: (workspaceId: string, day: Day) => Promise<number>) => async () => {
    let marked = 0;
    for (const { workspaceId } of crowd) marked += await marks(workspaceId, dayOf(turn));
    return marked;
  };
  const bare = (workspaceId: string, day: Day) => markFloor({ workspaceId, cutoff: inactivityCutoff(DAYS, day), day });
  const oneByOne = (workspaceId: string, day: Day) => markRowByRow({ workspaceId, days: DAYS, day });
  const marks = [
    await measurePairs(
      options,
      { work: 'mark', k: n / 100, n },
      (run) => ours(turnsOf(run).ours),
      (run) => floor(turnsOf(run).floor, bare),
    ),
    await measurePairs(
      options,
      { work: 'row-by-row', k: n / 100, n, runs: 1 },
      () => ours(2 * RUNS),
      () => floor(2 * RUNS + 1, oneByOne),
    ),
  ];
  return { marks, crowd, each: eachOf(options) };
}

async function makeCrowd(options: BenchOptions): Promise<BenchWorkspace[]> {
  const { database, workspaces, say } = options;
  const each = eachOf(options);
  say(`writing ${(each * workspaces).toLocaleString('en-US')} accounts`);
  const crowd: BenchWorkspace[] = [];
  for (let i = 1; i <= workspaces; i++) crowd.push(await makeWorkspace(`Crowd ${i}`, parseInstant('2025-01-01T09:00:00Z')));
  const due = { due: DUE_DAYS, firstDay: inactivityCutoff(DAYS, FIRST), heardOn: HEARD_ON };
  await database.withoutIndexes(['accounts'], async () => {
    for (const { workspaceId } of crowd) {
      for (let from = 1; from <= each; from += FILL) {
        const part = { from, to: Math.min(from + FILL - 1, each), ...due };
        await transaction(workspaceId, (tx) => fillAccounts(tx, { workspaceId, ...part }));
      }
    }
  });
  await database.settle(['accounts']);
  for (const workspace of crowd) {
    await savePolicies(workspace.ctx, { accounts: DAYS });
    await (await readyFor([workspace], addDays(FIRST, -1)))();
  }
  return crowd;
}

/** Accounts of each workspace, whole hundreds. */
function eachOf({ rows, workspaces }: BenchOptions): number {
  return Math.floor(rows / workspaces / 100) * 100;
}
