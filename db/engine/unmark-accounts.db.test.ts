import { sql } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { newId } from '#lib/ids.ts';
import { read, transaction } from '../client.ts';
import { testDatabase } from '../testing/test-database.ts';
import { type TestWorkspace, testWorkspace } from '../testing/workspaces.ts';
import { unmarkAccounts } from './unmark-accounts.ts';

testDatabase();

/** R took B, F, L and D along; M below B had a mark of its own before; Q took C along, which was then moved below B. */
const TREE: readonly [account: string, parent: string | null, mark: 'own' | { root: string } | null][] = [
  ['R', null, 'own'],
  ['B', 'R', { root: 'R' }],
  ['M', 'B', 'own'],
  ['F', 'M', { root: 'R' }],
  ['L', 'M', null],
  ['D', 'L', { root: 'R' }],
  ['S', 'R', { root: 'R' }],
  ['Q', null, 'own'],
  ['C', 'B', { root: 'Q' }],
  ['E', 'Q', { root: 'Q' }],
];
const MARKED = TREE.flatMap(([account, , mark]) => (mark === null ? [] : [account])).sort();

let here: TestWorkspace & { ids: Map<string, string> };
let neighbour: TestWorkspace;

beforeEach(async () => {
  here = await workspaceWithTree();
  neighbour = await workspaceWithTree();
});

test.each([
  { asked: ['R'], revived: ['B', 'D', 'F', 'R', 'S'], why: 'a root revives what it took along, wherever it hangs' },
  { asked: ['Q'], revived: ['C', 'E', 'Q'], why: 'also what was moved below another account since' },
  { asked: ['B'], revived: ['B', 'D', 'F'], why: 'what went along revives what is below it of the same root, through others too' },
  { asked: ['M'], revived: ['M'], why: 'a mark of its own takes nothing of another root with it' },
  { asked: ['F'], revived: ['F'], why: 'what went along never revives what is above it' },
  { asked: ['B', 'M', 'C'], revived: ['B', 'C', 'D', 'F', 'M'], why: 'several at once' },
  { asked: ['L'], revived: [], why: 'what is active has nothing to revive' },
  { asked: [], revived: [], why: 'nothing asked, nothing done' },
])('R12: reviving $asked unmarks $revived: $why', async ({ asked, revived }) => {
  const unmarked = await unmark(asked);
  expect(unmarked.map((u) => u.account).sort()).toEqual(revived);
  expect(await marked(here)).toEqual(MARKED.filter((account) => !revived.includes(account)));
  expect(await marked(neighbour)).toEqual(MARKED);
});

test('R12: what was unmarked says what it had been marked for, once', async () => {
  expect((await unmark(['S', 'S'])).map(({ account, cause, kind }) => [kind, account, cause])).toEqual([['accounts', 'S', 'parent']]);
  expect((await unmark(['M'])).map((u) => u.cause)).toEqual(['inactivity']);
  expect(await unmark(['M'])).toEqual([]);
});

test('R12: "below" follows the parents of the moment', async () => {
  await transaction(here.workspaceId, (tx) =>
    tx.execute(sql`update accounts set parent_id = null where workspace_id = ${here.workspaceId} and external_id = 'M'`),
  );
  expect((await unmark(['B'])).map((u) => u.account)).toEqual(['B']);
});

function unmark(names: readonly string[]) {
  const ids = names.map((name) => here.ids.get(name) ?? newId());
  return transaction(here.workspaceId, (tx) => unmarkAccounts(tx, { workspaceId: here.workspaceId, ids }));
}

async function marked({ workspaceId }: TestWorkspace): Promise<string[]> {
  const rows = await read(workspaceId, (tx) =>
    tx.execute<{ external_id: string }>(
      sql`select external_id from accounts where workspace_id = ${workspaceId} and marked_on is not null order by external_id collate "C"`,
    ),
  );
  return rows.map((row) => row.external_id);
}

async function workspaceWithTree() {
  const workspace = await testWorkspace();
  const { workspaceId } = workspace;
  const ids = new Map(TREE.map(([account]) => [account, newId()]));
  await transaction(workspaceId, async (tx) => {
    for (const [account, parent, mark] of TREE) {
      const root = mark !== null && mark !== 'own' ? ids.get(mark.root) : null;
      await tx.execute(sql`
        insert into accounts (workspace_id, id, external_id, parent_id, created_at, last_information_at, last_information_type,
          indexed_information_day, marked_on, cause, root_id)
        values (${workspaceId}, ${ids.get(account)}, ${account}, ${parent === null ? null : ids.get(parent)}, '2026-06-01Z', '2026-06-01Z', 'account',
          '2026-06-01', ${mark === null ? null : '2026-06-20'}, ${mark === null ? null : mark === 'own' ? 'inactivity' : 'parent'}, ${root})`);
    }
  });
  return { ...workspace, ids };
}
