import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { read } from '#db/client.ts';
import { testDatabase } from '#db/testing/test-database.ts';
import { accepted, toldWorkspace } from '#db/testing/told-workspace.ts';

testDatabase();
const here = toldWorkspace();

const NAMES = Array.from({ length: 60 }, (_, i) => `a${i}`);
/** Requests that meet in every account, user, object, usage row and task, half of them the other way round. */
const requests = (signal: (name: string, request: number) => object) =>
  Array.from({ length: 8 }, (_, request) => {
    const names = request % 2 === 0 ? NAMES : [...NAMES].reverse();
    return names.map((name) => signal(name, request));
  });
const sendAll = (batches: readonly object[][]) => Promise.all(batches.map((batch) => here.record(...batch)));

test('requests at once that make the same accounts and users lose nothing of each other', async () => {
  const answers = await sendAll(
    requests((name, request) => ({ type: 'user', account: name, user: 'ann', attributes: { [`r${request}`]: request } })),
  );
  expect(answers).toEqual(Array(8).fill(accepted(60)));
  const { accounts, users } = await here.stored();
  expect(accounts).toHaveLength(60);
  expect(users.map((u) => u.attributes)).toEqual(Array(60).fill(Object.fromEntries(Array.from({ length: 8 }, (_, r) => [`r${r}`, r]))));
});

test('requests at once over the same accounts in opposite order all arrive, and usage adds up', async () => {
  await here.record(...NAMES.map((name) => ({ type: 'user', account: name, user: 'ann' })));
  const usage = (name: string) => ({ type: 'usage', account: name, user: 'ann', activity: 'login' });
  const answers = await sendAll([
    ...requests(usage),
    ...requests((name) => ({ type: 'object', account: name, collection: 'deals', object: '7', attributes: { name } })),
    ...requests((name) => ({ type: 'task', account: name, task: 't', status: 'completed' })),
    ...requests((name, request) => ({ type: 'account', account: name, attributes: { parent: `p${request % 2}` } })),
  ]);
  expect(answers).toEqual(Array(32).fill(accepted(60)));
  const stored = await here.stored();
  expect(stored.usage.map((u) => u.count)).toEqual(Array(60).fill(8));
  expect([stored.accounts.length, stored.users.length, stored.objects.length, stored.tasks.length]).toEqual([62, 60, 60, 60]);
});

test('requests at once that revive the same accounts say each revival once', async () => {
  await here.record(...NAMES.map((name) => ({ type: 'account', account: name, attributes: { parent: name === 'a0' ? null : 'a0' } })));
  await here.mark('accounts', 'a0');
  for (const name of NAMES.slice(1)) await here.mark('accounts', name, 'a0');
  await sendAll(requests((name) => ({ type: 'account', account: name })));
  expect(await here.marked()).toEqual([]);
  const entries = await read(here.workspaceId, (tx) =>
    tx.execute<{ accounts: number }>(sql`select ("to"->>'accounts')::int as accounts from audit_entries where action = 'entities.revived'`),
  );
  expect(entries.reduce((sum, entry) => sum + entry.accounts, 0)).toBe(60);
});
