import { beforeEach, expect, test } from 'vitest';
import { stored } from '#db/testing/stored.ts';
import { testDatabase } from '#db/testing/test-database.ts';
import { testWorkspace } from '#db/testing/workspaces.ts';
import { type Api, apiOf } from '../testing/api-of.ts';

testDatabase();

let api: Api;

/** The neighbour has the same account: whatever is done here, it stays as it was. */
beforeEach(async () => {
  const [here, neighbour] = [await testWorkspace('2026-07-01T09:00:00Z'), await testWorkspace('2026-07-01T09:00:00Z')];
  const signals = [{ type: 'account', account: 'acme', attributes: { name: 'Acme' } }];
  for (const { apiKey } of [here, neighbour]) await apiOf(apiKey).post('signals', { signals });
  api = apiOf(here.apiKey);
  const before = await stored(neighbour.workspaceId);
  return async () => expect(await stored(neighbour.workspaceId)).toEqual(before);
});

const get = (address: string) => api.get(address);
const post = (address: string, body: unknown, headers?: Record<string, string>) => api.post(address, body, headers);
const patch = (body: unknown, headers?: Record<string, string>) => api.patch('retention/policies', body, headers);
const advance = (to: string) => post('test-clock/advance', { to });
const tell = (account: string) => post('signals', { signals: [{ type: 'usage', account, activity: 'login' }] });

async function acme() {
  return (await get('accounts/acme')).body;
}

test.each([
  ['2026-07-04T22:00:00Z', [0, 1, 2]],
  ['2026-07-05T01:00:00Z', [null, 0, 1]],
])('R3: heard of at %s, an account has on July 5, 6 and 7 the inactive days %j', async (at, days) => {
  await advance(at);
  await tell('acme');
  const shown = [];
  for (const day of ['05', '06', '07']) {
    await advance(`2026-07-${day}T23:00:00Z`);
    shown.push((await acme()).inactive_days);
  }
  expect(shown).toEqual(days);
});

test('R9: accounts saved with 3 days on July 1 and silent since are marked on July 5 and purged on August 4', async () => {
  expect(await patch({ accounts: 3 })).toMatchObject({ status: 200, body: { accounts: 3, detail: { accounts: { mode: 'included' } } } });
  const first = await advance('2026-07-05T02:00:00Z');
  expect(first.body).toEqual({
    now: '2026-07-05T02:00:00.000Z',
    runs: [
      { day: '2026-07-02', marked: {}, lifted: {}, purged: {} },
      { day: '2026-07-03', marked: {}, lifted: {}, purged: {} },
      { day: '2026-07-04', marked: {}, lifted: {}, purged: {} },
      { day: '2026-07-05', marked: { accounts: 1 }, lifted: {}, purged: {} },
    ],
  });
  expect(await acme()).toMatchObject({
    state: 'marked',
    cause: 'inactivity',
    marked_on: '2026-07-05',
    purge_on: '2026-08-04',
    inactive_days: 3,
  });
  expect((await get('accounts')).body.data).toEqual([]);
  expect((await get('retention/marked')).body.data).toMatchObject([{ kind: 'accounts', entity: 'acme', goes_along: { users: 0 } }]);
  expect((await get('quota')).body).toEqual({ used: 0, quota: null });
  await advance('2026-08-03T23:59:59.999Z');
  expect((await get('accounts/acme')).status).toBe(200);
  expect((await advance('2026-08-04T02:00:00Z')).body.runs).toEqual([
    { day: '2026-08-04', marked: {}, lifted: {}, purged: { accounts: 1 } },
  ]);
  expect((await get('accounts/acme')).status).toBe(404);
  expect((await get('retention/runs/2026-08-04')).body).toMatchObject({ state: 'done', purged: { accounts: 1 }, breaker: [] });
  expect((await get('retention/runs?limit=1')).body.data).toMatchObject([{ day: '2026-08-04' }]);
});

test('R12: a revive counts as information, and the account is due again as many days later', async () => {
  await patch({ accounts: 3 });
  await advance('2026-07-06T09:00:00Z');
  const revived = await post('retention/revive', { kind: 'accounts', entities: ['acme', 'nobody'] });
  expect(revived).toEqual({ status: 200, body: { revived: 1, not_revived: [{ entity: 'nobody', reason: 'unknown' }] } });
  expect(await acme()).toMatchObject({ state: 'active', last_information_at: '2026-07-06T09:00:00.000Z', inactive_days: null });
  const { runs } = (await advance('2026-07-10T02:00:00Z')).body as unknown as { runs: { day: string; marked: object }[] };
  expect(runs.filter((run) => Object.keys(run.marked).length > 0).map((run) => run.day)).toEqual(['2026-07-10']);
});

test('an Idempotency-Key gives a save and a revive once, and the first answer again', async () => {
  const once = { 'idempotency-key': 'one' };
  const first = await patch({ accounts: 3 }, once);
  await patch({ accounts: 90 });
  expect(await patch({ accounts: 3 }, once)).toEqual(first);
  expect((await get('retention/policies')).body.accounts).toBe(90);
  expect((await patch({ accounts: 4 }, once)).status).toBe(409);
  await patch({ accounts: 3 });
  await advance('2026-07-06T09:00:00Z');
  const again = { 'idempotency-key': 'two' };
  const body = { kind: 'accounts', filter: {} };
  expect((await post('retention/revive', body, again)).body).toEqual({ revived: 1, not_revived: [] });
  await advance('2026-07-06T10:00:00Z');
  expect((await post('retention/revive', body, again)).body).toEqual({ revived: 1, not_revived: [] });
  expect(await acme()).toMatchObject({ last_information_at: '2026-07-06T09:00:00.000Z' });
});

test('an account whose identifier holds a slash is found by its name, percent-encoded', async () => {
  await tell('a/b c%');
  expect((await get('accounts/a%2Fb%20c%25')).body).toMatchObject({ account: 'a/b c%', contract_status: 'unknown' });
  expect((await get('accounts/%zz')).status).toBe(400);
});

test.each([1, 3650, null])('R4: %s inactive days can be saved', async (accounts) => {
  expect((await patch({ accounts })).body.accounts).toBe(accounts);
});
