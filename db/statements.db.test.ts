import type postgres from 'postgres';
import { beforeAll, expect, test } from 'vitest';
import { endHold } from '#lib/holds/end-hold.ts';
import { exportPreview } from '#lib/retention/export-preview.ts';
import { forecastDay } from '#lib/retention/forecast-day.ts';
import { previewStaying } from '#lib/retention/preview-staying.ts';
import { apiOf } from '#lib/web/testing/api-of.ts';
import { platform } from './client.ts';
import { TABLE_CLASSES } from './schema/classes.ts';
import { testDatabase } from './testing/test-database.ts';
import { testWorkspace } from './testing/workspaces.ts';

testDatabase();

/** Every statement of this process, once it is spied on. */
const statements = new Set<string>();

type Begin = (work: (tx: postgres.TransactionSql) => unknown) => Promise<unknown>;
type Pool = { client: { begin: Begin } };

/** Listens at the driver, below everything that writes statements. */
async function spy(): Promise<void> {
  await platform(async () => {});
  const { client } = (globalThis as unknown as { perennialPool: Pool }).perennialPool;
  const begin = client.begin.bind(client);
  client.begin = (work) =>
    begin((tx) => {
      const unsafe = tx.unsafe.bind(tx);
      const heard = (...query: Parameters<typeof unsafe>) => {
        statements.add(query[0]);
        return unsafe(...query);
      };
      return work(Object.assign(tx, { unsafe: heard }));
    });
}

const DISTRIBUTED = new RegExp(
  `\\b(from|join|update|into|using)\\s+"?(${TABLE_CLASSES.distributed.join('|')})"?(?:\\s+(?:as\\s+)?"?(?!where\\b|set\\b|on\\b|join\\b|left\\b|order\\b|values\\b|limit\\b|group\\b|for\\b|using\\b|inner\\b|union\\b|cross\\b)([a-z]\\w*)"?)?`,
  'gi',
);

/** The references to tables of workspace data in a statement that name no workspace: each needs a condition of its own, with a parameter. */
function strayReferences(statement: string): string[] {
  const needed = new Map<string, number>();
  for (const [, verb = '', table = '', alias = table] of statement.matchAll(DISTRIBUTED)) {
    if (verb.toLowerCase() === 'into') continue;
    const name = `${alias}/${table === 'workspaces' ? 'id' : 'workspace_id'}`;
    needed.set(name, (needed.get(name) ?? 0) + 1);
  }
  return [...needed].flatMap(([name, times]) => {
    const [alias = '', column = ''] = name.split('/');
    const condition = new RegExp(`(?:"?\\b${alias}"?\\."?${column}"?|(?<![.\\w"])"?${column}"?) = \\$\\d+`, 'g');
    return [...statement.matchAll(condition)].length >= times ? [] : [alias];
  });
}

beforeAll(async () => {
  await spy();
  await live();
});

/** A story in which a workspace does all that it can. */
async function live(): Promise<void> {
  const { apiKey, ctx } = await testWorkspace('2026-07-01T09:00:00Z');
  const api = apiOf(apiKey);
  await api.post('collections', { collection: 'deals' });
  const own = (account: string, attributes = {}) => ({ type: 'account', account, attributes });
  await api.post('signals', {
    signals: [
      own('acme', { contract_status: 'free', contract_value: 5 }),
      own('below', { parent: 'acme' }),
      own('held', { parent: 'acme' }),
      ...['gone', 'late', 'revived'].map((account) => own(account)),
      { type: 'user', account: 'acme', user: 'ann' },
      { type: 'object', account: 'acme', collection: 'deals', object: '7' },
      { type: 'usage', account: 'acme', user: 'ann', activity: 'login' },
      { type: 'touchpoint', account: 'gone', users: ['bob'], subject: 'Call' },
      { type: 'task', account: 'gone', task: 't', status: 'created' },
      own('x', { parent: 'x' }),
    ],
  });
  await api.post(
    'signals',
    { signals: [own('below', { parent: 'gone', seats: null }), { type: 'usage', user: 'ann', activity: 'login' }] },
    { 'idempotency-key': 'k' },
  );
  await api.send('PUT', 'holds/accounts/held', { reason: 'a case', until: '2026-07-02' });
  await api.send('PUT', 'holds/users/acme/ann', { reason: 'a case' });
  await api.patch('retention/policies', { accounts: 3, users: 2, collections: { deals: 2 }, free_accounts: 14 });
  await api.post('retention/preview', { accounts: 1 });
  await previewStaying(ctx, { patch: { accounts: 1 } });
  for (const kind of ['accounts', 'deals']) await Array.fromAsync(exportPreview(ctx, { patch: { accounts: 1 }, kind }));
  await api.post('test-clock/advance', { to: '2026-07-06T09:00:00Z' });
  await endHold(ctx, { kind: 'users', entity: 'acme/ann' });
  await api.post('test-clock/advance', { to: '2026-07-07T09:00:00Z' });
  for (const state of ['active', 'marked', 'archived', 'all'])
    for (const list of ['accounts', 'users', 'objects']) await api.get(`${list}?state=${state}&account=acme&q=a&limit=1`);
  for (const kind of ['accounts', 'users', 'deals']) await api.get(`retention/marked?kind=${kind}&q=a`);
  await api.get('retention/explain?kind=accounts&entity=acme');
  await api.get('retention/explain?kind=users&entity=acme/ann');
  await api.get('retention/forecast');
  await forecastDay(ctx, { day: '2026-08-05' });
  await api.post('retention/revive', { kind: 'accounts', entities: ['revived'] });
  await api.post('retention/revive', { kind: 'objects', filter: {} });
  await api.send('POST', 'accounts/revived/archive', undefined);
  await api.send('POST', 'accounts/revived/restore', undefined);
  await api.patch('accounts/revived', { parent: 'late', contract_status: 'paying', name: 'R' });
  await api.send('POST', 'accounts/late/archive', undefined);
  await api.send('DELETE', 'accounts/late', { confirm: 'late' });
  await api.patch('retention/policies', { accounts: null });
  await api.patch('retention/safety', { breaker: { floor: 1 } });
  await api.send('PUT', 'retention/pause', { marking: false });
  await api.post('test-clock/advance', { to: '2026-08-07T09:00:00Z' });
  for (const list of ['retention/runs', 'audit', 'audit/verify', 'holds', 'quota', 'collections', 'ingest/health', 'retention/policies'])
    await api.get(list);
}

test('every reference to workspace data in every statement names the workspace by a parameter', () => {
  expect(statements.size).toBeGreaterThan(120);
  const strays = [...statements]
    .map((statement) => ({ stray: strayReferences(statement), statement }))
    .filter(({ stray }) => stray.length > 0);
  expect(strays).toEqual([]);
});

test('a statement that forgets one is found', () => {
  expect(strayReferences('select * from accounts a where a.external_id = $1')).toEqual(['a']);
  expect(strayReferences('select * from accounts a join users m on m.account_id = a.id where a.workspace_id = $1')).toEqual(['m']);
  expect(strayReferences('select * from "accounts" where "accounts"."workspace_id" = $1')).toEqual([]);
});
