import { fillFamilies } from '#db/bench/fill.ts';
import { purgeFloor } from '#db/bench/floors.ts';
import { transaction } from '#db/client.ts';
import { purgeDay } from '#lib/retention/rules/lifecycle.ts';
import { savePolicies } from '#lib/retention/save-policies.ts';
import { addDays, parseDay, parseInstant } from '#lib/time.ts';
import { type BenchLine, type BenchOptions, measurePairs, RUNS, turnsOf } from './line.ts';
import { makeDeals, makeWorkspace, readyFor } from './workspace.ts';

const A_DAY = 2_000;
const FIRST_MARK = parseDay('2025-12-01');

/** Purging: two thousand accounts a day with 6 users, of each of whom 10 days' usage, 3 objects, 2 touchpoints and 2 tasks, by a daily run and by one bare statement a table in turn. */
export async function purgeLine(options: BenchOptions): Promise<BenchLine> {
  const { database, say } = options;
  say('writing accounts to be purged');
  const workspace = await makeWorkspace('Families', parseInstant('2025-01-01T09:00:00Z'));
  const { workspaceId, ctx } = workspace;
  const collectionId = await makeDeals(workspace);
  await savePolicies(ctx, { accounts: 30 });
  const accounts = 2 * RUNS * A_DAY;
  await database.withoutIndexes(['users', 'objects', 'usage'], () =>
    transaction(workspaceId, (tx) => fillFamilies(tx, { workspaceId, accounts, collectionId, firstMark: FIRST_MARK, aDay: A_DAY })),
  );
  await database.settle(['accounts', 'users', 'objects', 'usage', 'touchpoints', 'tasks']);
  await (await readyFor([workspace], addDays(purgeDay(FIRST_MARK), -1)))();
  return measurePairs(
    options,
    { work: 'purge', k: A_DAY, n: accounts },
    async (run) => {
      const purge = await readyFor([workspace], purgeDay(addDays(FIRST_MARK, turnsOf(run).ours)));
      return async () => (await purge())[0]?.purged.accounts ?? 0;
    },
    async (run) => () =>
      transaction(workspaceId, (tx) => purgeFloor(tx, { workspaceId, markedOn: addDays(FIRST_MARK, turnsOf(run).floor) })),
  );
}
