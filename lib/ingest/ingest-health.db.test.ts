import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { read, transaction } from '#db/client.ts';
import { testDatabase } from '#db/testing/test-database.ts';
import { makeToldWorkspace, type ToldWorkspace, toldWorkspace } from '#db/testing/told-workspace.ts';
import type { Context } from '#lib/context.ts';
import { deleteAccount } from '#lib/entities/delete-account.ts';
import { endHold } from '#lib/holds/end-hold.ts';
import { putHold } from '#lib/holds/put-hold.ts';
import { newId } from '#lib/ids.ts';
import { savePolicies } from '#lib/retention/save-policies.ts';
import { advanceTestClock } from '#lib/workspaces/advance-test-clock.ts';
import { ingestHealth } from './ingest-health.ts';
import { recordClient } from './record-client.ts';

testDatabase();
const here = toldWorkspace();

const health = (ctx: Context = here.ctx) => ingestHealth(ctx, {});
const event = (kind: string, sent: unknown) => ({ shape: 'event', kind, sent, tooLarge: false });
const sentBy = (workspace: ToldWorkspace, ...received: unknown[]) => recordClient(workspace.ctx, { source: 'segment', received });
const setBack = (table: string, column: string, days: number) =>
  transaction(here.workspaceId, (tx) =>
    tx.execute(
      sql`update ${sql.identifier(table)} set ${sql.identifier(column)} = ${sql.identifier(column)} - make_interval(days => ${days})`,
    ),
  );

test('what came is counted by the hour and its source, and each reason has its last sample', async () => {
  await here.record(
    { type: 'account', account: 'acme' },
    { type: 'usage', account: 'acme', activity: '' },
    { type: 'user', account: 'bolt' },
    { type: 'user', account: 'coil' },
  );
  await sentBy(here, event('group', { groupId: 'acme', userId: 'ann' }), event('track', { userId: 'zoe', event: 'login' }));
  const { totals, hours, sources, reasons } = await health();
  expect(totals).toEqual({ received: 6, accepted: 2, refused: 3, unattributed: 1, repeated: 0, redated: 0 });
  expect(hours.reduce((sum, { received }) => sum + received, 0)).toBe(6);
  expect(hours[0]?.hour).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:00:00\.000Z$/);
  expect(sources.map(({ source, received, accepted }) => [source, received, accepted])).toEqual(
    expect.arrayContaining([
      ['signals', 4, 1],
      ['segment', 2, 1],
    ]),
  );
  expect(reasons.map(({ kind, path, times, source, account }) => [kind, path, times, source, account])).toEqual(
    expect.arrayContaining([
      ['refused', 'activity', 1, 'signals', 'acme'],
      ['refused', 'user', 2, 'signals', 'coil'],
      ['unattributed', 'groupId', 1, 'segment', null],
    ]),
  );
  expect(reasons.find(({ kind }) => kind === 'unattributed')?.sample).toEqual({ userId: 'text', event: 'login' });
  expect(JSON.stringify(reasons)).not.toContain(here.workspaceId);
});

test('a request that fails as a whole counts for nothing', async () => {
  const failing = transaction(here.workspaceId, async (tx) => {
    await recordClient({ ...here.ctx, tx }, { source: 'segment', received: [event('track', {})] });
    throw new Error('cut off');
  });
  await expect(failing).rejects.toThrow('cut off');
  expect((await health()).totals.received).toBe(0);
});

test('it is a person’s with workspace:admin, and a key’s; a key that only sends, as pages bear it, learns of no account', async () => {
  await here.record({ type: 'usage', account: 'acme', activity: '' });
  const as = (actor: Context['actor']) => health({ workspaceId: here.workspaceId, actor });
  const key = (scope: 'ingest' | 'read') => as({ type: 'key', id: newId(), scopes: new Set([scope]) });
  expect((await key('ingest')).reasons).toMatchObject([{ kind: 'refused', path: 'activity', account: null }]);
  expect((await key('read')).reasons).toMatchObject([{ kind: 'refused', path: 'activity', account: 'acme' }]);
  await expect(as({ type: 'person', id: newId(), name: 'Ann', permissions: new Set(['retention:view']) })).rejects.toMatchObject({
    code: 'forbidden',
  });
  const admin = await as({ type: 'person', id: newId(), name: 'Ann', permissions: new Set(['workspace:admin']) });
  expect(admin.reasons).toMatchObject([{ account: 'acme' }]);
});

test('after seven days by the machine’s clock it is not shown, and the next daily process forgets it', async () => {
  const rows = async () => {
    const [row] = await read(here.workspaceId, (tx) =>
      tx.execute<{ n: number }>(
        sql`select (select count(*)::int from ingest_hours) + (select count(*)::int from ingest_refusals) + (select count(*)::int from client_messages) as n`,
      ),
    );
    return row?.n;
  };
  await sentBy(here, event('group', { groupId: 'acme', messageId: 'm1' }), event('track', {}));
  await setBack('ingest_hours', 'hour', 6);
  await setBack('ingest_refusals', 'last_at', 6);
  expect((await health()).totals.received).toBe(2);
  await setBack('ingest_hours', 'hour', 1);
  await setBack('ingest_refusals', 'last_at', 1);
  expect(await health()).toMatchObject({ totals: { received: 0 }, hours: [], sources: [], reasons: [] });
  expect(await rows()).toBe(3);
  await withoutCollections();
  await advanceTestClock(here.ctx, { to: '2026-07-03T02:00:00Z' });
  expect(await rows()).toBe(0);
});

test('R11: the sample of an account goes with it, those of others and the neighbour’s stay', async () => {
  const neighbour = await makeToldWorkspace();
  for (const workspace of [here, neighbour]) {
    await workspace.record({ type: 'account', account: 'acme' }, { type: 'account', account: 'bolt' });
    await workspace.record({ type: 'user', account: 'acme' }, { type: 'usage', account: 'bolt' });
  }
  await withoutCollections();
  await savePolicies(here.ctx, { accounts: 1 });
  await putHold(here.ctx, { kind: 'accounts', entity: 'bolt', reason: 'a dispute' });
  await advanceTestClock(here.ctx, { to: '2026-08-03T02:00:00Z' });
  const accounts = async (workspace: ToldWorkspace) =>
    (await health(workspace.ctx)).reasons.map(({ account, sample }) => [account, sample !== null]).sort();
  expect(await here.account('acme')).toBeUndefined();
  expect(await accounts(here)).toEqual([
    [null, false],
    ['bolt', true],
  ]);
  expect(await accounts(neighbour)).toEqual([
    ['acme', true],
    ['bolt', true],
  ]);
  await endHold(here.ctx, { kind: 'accounts', entity: 'bolt' });
  await here.archive('bolt');
  await deleteAccount(here.ctx, { account: 'bolt', confirm: 'bolt' });
  expect(await accounts(here)).toEqual([
    [null, false],
    [null, false],
  ]);
});

/** The collection of told workspaces has no policy, which a daily process needs. */
const withoutCollections = () =>
  transaction(here.workspaceId, (tx) => tx.execute(sql`delete from collections where workspace_id = ${here.workspaceId}`));
