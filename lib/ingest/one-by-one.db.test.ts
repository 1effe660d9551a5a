import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { read, transaction } from '#db/client.ts';
import { testDatabase } from '#db/testing/test-database.ts';
import { makeToldWorkspace, type ToldWorkspace } from '#db/testing/told-workspace.ts';

testDatabase();

const ACCOUNTS = ['a', 'b', 'c', 'd', 'e', '__proto__'];
const accountName = fc.constantFrom(...ACCOUNTS);
const userName = fc.constantFrom('u', 'v', 'constructor');
const attributes = fc.option(
  fc.dictionary(
    fc.constantFrom('name', 'x', 'y', '__proto__'),
    fc.oneof({ weight: 5, arbitrary: fc.constantFrom(null, 'n', 'm') }, { weight: 1, arbitrary: fc.constantFrom(5, [null], { z: null }) }),
    { maxKeys: 3 },
  ),
  { nil: undefined },
);
const timestamp = fc.constantFrom(undefined, undefined, '2026-06-20T00:00:00Z', '2099-01-01T00:00:00Z');

const placing = fc.record({
  type: fc.constant('account'),
  account: accountName,
  attributes: fc.record({ parent: fc.option(accountName, { freq: 8 }), contract_status: fc.constantFrom(undefined, ' Free', null) }),
});
const move = fc.oneof(
  { weight: 2, arbitrary: placing },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('account'), account: accountName }) },
);
const anything = fc.oneof(
  { weight: 3, arbitrary: fc.record({ type: fc.constant('account'), account: accountName, attributes }) },
  { weight: 5, arbitrary: placing },
  { weight: 3, arbitrary: fc.record({ type: fc.constant('user'), account: accountName, user: userName, attributes }) },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('object'),
      account: accountName,
      collection: fc.constantFrom('deals', 'deals', 'deals', 'nothing'),
      object: fc.constantFrom('o', 'p'),
      attributes,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      type: fc.constant('usage'),
      account: fc.option(accountName, { nil: undefined }),
      user: fc.option(userName, { nil: undefined }),
      activity: fc.constantFrom('x', 'y'),
      count: fc.nat(3),
      timestamp,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ type: fc.constant('touchpoint'), account: accountName, users: fc.array(userName, { maxLength: 2 }), timestamp }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('task'),
      account: accountName,
      task: fc.constantFrom('t', 's'),
      status: fc.constantFrom('created', 'completed', 'lost'),
      title: fc.constantFrom(undefined, 'T', 'U'),
      timestamp,
    }),
  },
);

/** Every account, each below the one before it or the one before that: much hangs below whatever moves. */
const tree = fc.array(fc.nat(1), { minLength: ACCOUNTS.length, maxLength: ACCOUNTS.length }).map((skips) =>
  ACCOUNTS.map((account, i) => {
    const parent = ACCOUNTS[Math.max(i - 1 - (skips[i] ?? 0), 0)];
    return { type: 'account', account, attributes: { parent: i === 0 ? null : parent } };
  }),
);

/** Some accounts are marked for a cause of their own, and others went along with one of them. */
const marks = fc.record({
  roots: fc.uniqueArray(accountName, { minLength: 1, maxLength: 2 }),
  along: fc.uniqueArray(fc.tuple(accountName, fc.nat(1)), { minLength: 3, maxLength: 5, selector: ([account]) => account }),
});

/** Some signals, marks that follow, and requests whose effect is compared. */
const story = <T>(before: fc.Arbitrary<object[]>, signal: fc.Arbitrary<T>, longest: number) =>
  fc.record({
    before,
    marks,
    markedMembers: fc.array(fc.tuple(fc.constantFrom('users', 'objects'), accountName), { maxLength: 3 }),
    archived: fc.array(accountName, { maxLength: 1 }),
    archivedBlocks: fc.boolean(),
    later: fc.boolean(),
    batches: fc.array(fc.array(signal, { minLength: 1, maxLength: longest }), { minLength: 1, maxLength: 2 }),
  });
type Story = ReturnType<typeof story> extends fc.Arbitrary<infer S> ? S : never;

test.each([
  ['signals of every type', story(fc.array(anything, { minLength: 1, maxLength: 12 }), anything, 10)],
  ['accounts that move and are revived', story(tree, move, 3)],
])('%s have effect in one request as if applied one by one in the order given', { timeout: 120_000 }, async (_, stories) => {
  await fc.assert(
    fc.asyncProperty<[Story]>(stories, async (told) => {
      const [together, singly] = [await makeToldWorkspace(), await makeToldWorkspace()];
      for (const workspace of [together, singly]) await begin(workspace, told);
      for (const batch of told.batches) {
        const whole = await together.record(...batch);
        const single = [];
        for (const one of batch) single.push(await singly.record(one));
        expect(single.flatMap(({ rejected }, index) => rejected.map(({ errors }) => ({ index, errors })))).toEqual(whole.rejected);
        expect(single.reduce((n, { accepted }) => n + accepted, 0)).toBe(whole.accepted);
        expect(await singly.stored()).toEqual(await together.stored());
        expect(await revivals(singly)).toEqual(await revivals(together));
      }
    }),
    { numRuns: 30, seed: 3 },
  );
});

/** The same beginning for both: some signals, then marks, some of which went along with a root. */
async function begin(workspace: ToldWorkspace, { before, marks, markedMembers, archived, archivedBlocks, later }: Story): Promise<void> {
  await workspace.record(...before);
  await markAccounts(workspace, marks);
  for (const [kind, account] of markedMembers) {
    await write(
      workspace,
      sql`update ${sql.identifier(kind)} set marked_on = '2026-07-01', cause = 'inactivity'
        where account_id = (select id from accounts where external_id = ${account})`,
    );
  }
  for (const account of archived) await workspace.archive(account);
  await write(workspace, sql`update workspaces set archived_blocks = ${archivedBlocks} where id = ${workspace.workspaceId}`);
  if (later) await workspace.setClock('2026-07-12T00:00:00Z');
}

async function markAccounts(workspace: ToldWorkspace, { roots, along }: Story['marks']): Promise<void> {
  const standing = new Set((await workspace.stored()).accounts.map((a) => a.account));
  const taken = roots.filter((root) => standing.has(root));
  for (const root of taken) await workspace.mark('accounts', root);
  for (const [account, place] of along) {
    const root = taken[place % taken.length];
    if (root !== undefined && !taken.includes(account)) await workspace.mark('accounts', account, root);
  }
}

async function revivals({ workspaceId }: ToldWorkspace) {
  const [sums] = await read(workspaceId, (tx) =>
    tx.execute(sql`
      select action, sum(("to"->>'accounts')::int), sum(("to"->>'users')::int), sum(("to"->>'objects')::int)
      from audit_entries where action like 'entities.%' group by action order by action`),
  );
  return sums;
}

async function write({ workspaceId }: ToldWorkspace, statement: ReturnType<typeof sql>): Promise<void> {
  await transaction(workspaceId, (tx) => tx.execute(statement));
}
