import { describe, expect, test } from 'vitest';
import { testDatabase } from '#db/testing/test-database.ts';
import { accepted, SIGNALS, toldWorkspace } from '#db/testing/told-workspace.ts';
import type { Context } from '#lib/context.ts';
import { newId } from '#lib/ids.ts';
import { recordSignals } from './record-signals.ts';

testDatabase();
const here = toldWorkspace();

describe('what is told is stored', () => {
  test('accounts, users, objects, usage, touchpoints and tasks, and what they name', async () => {
    expect(
      await here.record(
        ...SIGNALS,
        {
          type: 'account',
          account: 'acme',
          attributes: { contract_status: ' FREE ', contract_value: '12.5', parent: 'group', tags: ['a'] },
        },
        { type: 'usage', account: 'acme', module: 'crm', activity: 'login', count: 2.5, timestamp: '2026-06-30T23:59:00Z' },
        { type: 'usage', account: 'acme', user: 'ann', activity: 'login', count: 3, timestamp: '2099-01-01T00:00:00Z' },
        { type: 'touchpoint', account: 'acme', users: ['bob', 'ann'], subject: 'Hello', timestamp: '2026-06-01T00:00:00Z' },
        { type: 'task', account: 'acme', task: 't1', status: 'completed', title: 'Call' },
      ),
    ).toEqual(accepted(10));
    const all = await here.stored();
    expect(all.accounts).toMatchObject([
      {
        account: 'acme',
        name: 'Acme',
        contract_status: 'free',
        contract_value: 12.5,
        parent: 'group',
        attributes: { seats: 5, tags: ['a'] },
      },
      { account: 'group', name: null, contract_status: 'unknown', contract_value: null, parent: null, attributes: {} },
    ]);
    expect(all.users).toMatchObject([
      { user: 'ann', name: 'Ann' },
      { user: 'bob', name: null },
    ]);
    expect(all.objects).toMatchObject([{ object: '7', collection: 'deals', name: 'Seven' }]);
    expect(all.usage).toMatchObject([
      { user: 'ann', day: '2026-07-01', module: '', activity: 'login', count: 4 },
      { user: null, nobody: true, day: '2026-06-30', module: 'crm', activity: 'login', count: 2.5 },
    ]);
    expect(all.touchpoints).toMatchObject([{ account: 'acme', users: ['bob', 'ann'], subject: 'Hello', at: '2026-06-01 00:00:00+00' }]);
    expect(all.tasks).toMatchObject([{ task: 't1', title: 'Call', status: 'completed' }]);
  });

  test('attributes merge; null takes one away; the rest is left', async () => {
    await here.record({ type: 'account', account: 'acme', attributes: { name: 'Acme', contract_value: 5, a: 1, b: { c: null }, d: 1 } });
    await here.record(
      { type: 'account', account: 'acme', attributes: { a: null, d: null, missing: null } },
      { type: 'account', account: 'acme', attributes: { name: null, d: [null], new: null } },
      { type: 'user', account: 'acme', user: 'ann', attributes: { name: 'Ann', a: 1 } },
      { type: 'user', account: 'acme', user: 'ann', attributes: { name: null, a: null } },
    );
    expect(await here.account('acme')).toMatchObject({ name: null, contract_value: 5, attributes: { b: { c: null }, d: [null] } });
    expect((await here.stored()).users).toMatchObject([{ name: null, attributes: {} }]);
  });

  test('names that every object inherits are plain data', async () => {
    const odd = ['__proto__', 'constructor', 'toString'];
    const attributes = JSON.parse('{"__proto__":{"polluted":true},"constructor":1,"toString":null}');
    expect(await here.record(...odd.map((name) => ({ type: 'user', account: name, user: name, attributes })))).toEqual(accepted(3));
    const { accounts, users } = await here.stored();
    expect(accounts.map((a) => a.account)).toEqual(odd);
    expect(JSON.stringify(users[0]?.attributes)).toBe('{"__proto__":{"polluted":true},"constructor":1}');
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  test('long names of four bytes a character fit', async () => {
    const id = '🦊'.repeat(255);
    expect(
      await here.record(
        { type: 'object', account: id, collection: 'deals', object: id, attributes: { name: 'x'.repeat(32_768), [id]: id } },
        { type: 'usage', account: id, user: id, module: id, activity: id, count: 1e12 },
        { type: 'task', account: id, task: id, status: 'completed' },
      ),
    ).toEqual(accepted(3));
  });
});

describe('the call', () => {
  test.each([undefined, null, 5, {}, { signals: null }, { signals: {} }, { signals: [] }, { signals: Array(5001).fill(SIGNALS[0]) }])(
    'fails as a whole only for what is no list of 1 to 5,000: %#',
    async (input) => {
      await expect(recordSignals(here.ctx, input)).rejects.toMatchObject({ code: 'invalid' });
    },
  );
  test('5,000 are taken at once', async () => {
    const signals = Array.from({ length: 5000 }, (_, i) => ({ type: 'user', account: `a${i % 700}`, user: `u${i}` }));
    expect(await here.record(...signals)).toEqual(accepted(5000));
  });
  test('needs the scope ingest or the permission workspace:admin', async () => {
    const as = (actor: Context['actor']) => recordSignals({ workspaceId: here.workspaceId, actor }, { signals: SIGNALS });
    await expect(as({ type: 'key', id: newId(), scopes: new Set(['admin', 'read']) })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(as({ type: 'person', id: newId(), name: 'Ann', permissions: new Set() })).rejects.toMatchObject({ code: 'forbidden' });
    expect(await as({ type: 'key', id: newId(), scopes: new Set(['ingest']) })).toEqual(accepted(5));
  });
});
