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

export type Crowd = { workspaces: BenchWorkspace[]; each: number };

/** Marking: a hundredth of all accounts on each day, by a daily run and by one bare statement in turn. Also gives the accounts, for what is measured next. */
export async function markLine(options: BenchOptions): Promise<{ line: BenchLine; crowd: Crowd }> {
  const crowd = await makeCrowd(options);
  const line = await measurePairs(
    options,
    { work: 'mark', ...sizeOf(crowd) },
    (run) => byRun(crowd, turnsOf(run).ours),
    (run) =>
      byStatement(crowd, turnsOf(run).floor, (workspaceId, day) => markFloor({ workspaceId, cutoff: inactivityCutoff(DAYS, day), day })),
  );
  return { line, crowd };
}

/** The marks of one day more by a daily run, and those of the next a row at a time. */
export function rowByRowLine(options: BenchOptions, crowd: Crowd): Promise<BenchLine> {
  return measurePairs(
    options,
    { work: 'row-by-row', ...sizeOf(crowd), runs: 1 },
    () => byRun(crowd, 2 * RUNS),
    () => byStatement(crowd, 2 * RUNS + 1, (workspaceId, day) => markRowByRow({ workspaceId, days: DAYS, day })),
  );
}

const dayOf = (turn: number) => addDays(FIRST, turn);

function sizeOf({ workspaces, each }: Crowd): { k: number; n: number } {
  const n = each * workspaces.length;
  return { k: n / 100, n };
}

async function byRun({ workspaces }: Crowd, turn: number): Promise<() => Promise<number>> {
  const run = await readyFor(workspaces, dayOf(turn));
  return async () => (await run()).reduce((sum, { marked }) => sum + (marked.accounts ?? 0), 0);
}

async function byStatement(
  { workspaces }: Crowd,
  turn: number,
  marks: (workspaceId: string, day: Day) => Promise<number>,
): Promise<() => Promise<number>> {
  return async () => {
    let marked = 0;
    for (const { workspaceId } of workspaces) marked += await marks(workspaceId, dayOf(turn));
    return marked;
  };
}

async function makeCrowd(options: BenchOptions): Promise<Crowd> {
  const { database, rows, workspaces: many, say } = options;
  const each = Math.floor(rows / many / 100) * 100;
  say(`writing ${(each * many).toLocaleString('en-US')} accounts`);
  const workspaces: BenchWorkspace[] = [];
  for (let i = 1; i <= many; i++) workspaces.push(await makeWorkspace(`Crowd ${i}`, parseInstant('2025-01-01T09:00:00Z')));
  const due = { due: DUE_DAYS, firstDay: inactivityCutoff(DAYS, FIRST), heardOn: HEARD_ON };
  await database.withoutIndexes(['accounts'], async () => {
    for (const { workspaceId } of workspaces) {
      for (let from = 1; from <= each; from += FILL) {
        const part = { from, to: Math.min(from + FILL - 1, each), ...due };
        await transaction(workspaceId, (tx) => fillAccounts(tx, { workspaceId, ...part }));
      }
    }
  });
  await database.settle(['accounts']);
  for (const workspace of workspaces) {
    await savePolicies(workspace.ctx, { accounts: DAYS });
    await (await readyFor([workspace], addDays(FIRST, -1)))();
  }
  return { workspaces, each };
}
