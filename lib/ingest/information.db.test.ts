import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { transaction } from '#db/client.ts';
import { testDatabase } from '#db/testing/test-database.ts';
import { accepted, SIGNALS, toldWorkspace } from '#db/testing/told-workspace.ts';

testDatabase();
const here = toldWorkspace();

describe('R1: what counts as information, and for whom', () => {
  beforeEach(async () => {
    await here.record(...SIGNALS, { type: 'account', account: 'acme', attributes: { parent: 'group' } });
    await here.setClock('2026-07-20T10:00:00Z');
  });

  test.each([
    ['account', { type: 'account', account: 'acme' }, ['acme']],
    ['account', { type: 'account', account: 'acme', attributes: { seats: 5 } }, ['acme']],
    ['user', { type: 'user', account: 'acme', user: 'ann', attributes: {} }, ['acme', 'ann']],
    ['object', { type: 'object', account: 'acme', collection: 'deals', object: '7' }, ['7', 'acme']],
    ['usage', { type: 'usage', account: 'acme', activity: 'x', count: 0 }, ['acme']],
    ['usage', { type: 'usage', account: 'acme', user: 'ann', activity: 'x', timestamp: '2020-01-01T00:00:00Z' }, ['acme', 'ann']],
    ['usage', { type: 'usage', user: 'ann', activity: 'x' }, ['acme', 'ann']],
    ['touchpoint', { type: 'touchpoint', account: 'acme', users: ['ann'] }, ['acme', 'ann']],
    ['task', { type: 'task', account: 'acme', task: 't1', status: 'created' }, ['acme']],
    ['account', { type: 'account', account: 'new', attributes: { parent: 'acme' } }, ['new']],
    ['account', { type: 'account', account: 'acme', attributes: { parent: 'made' } }, ['acme', 'made']],
  ])('%s: %j is information for %j, never for a parent', async (type, signal, heard) => {
    expect(await here.record(signal)).toEqual(accepted(1));
    const { accounts, users, objects } = await here.stored();
    const moved = [...accounts, ...users, ...objects].filter((e) => e.last_information_at === '2026-07-20 10:00:00+00');
    expect(moved.map((e) => e.object ?? e.user ?? e.account).sort()).toEqual(heard);
    expect(new Set(moved.map((e) => e.last_information_type))).toEqual(new Set([type]));
  });

  test('a refused signal is information for nobody and makes nothing', async () => {
    const before = await here.stored();
    expect(
      await here.record(
        { type: 'object', account: 'nobody', collection: 'nothing', object: 'x' },
        { type: 'usage', user: 'stranger', activity: 'x' },
        { type: 'usage', activity: 'x' },
        { type: 'account', account: 'acme', attributes: { name: 5 } },
        { type: 'account', account: 'self', attributes: { parent: 'self' } },
        { type: 'account', account: 'group', attributes: { parent: 'acme', x: 1 } },
      ),
    ).toMatchObject({
      accepted: 0,
      rejected: ['collection', 'account', 'account', 'attributes.name', 'attributes.parent', 'attributes.parent'].map((path, index) => ({
        index,
        errors: [{ path }],
      })),
    });
    expect(await here.stored()).toEqual(before);
  });

  test('R2: an instant never moves backwards', async () => {
    await here.record({ type: 'account', account: 'acme' });
    await here.setClock('2026-07-19T10:00:00Z');
    await here.record({ type: 'usage', account: 'acme', activity: 'x' });
    expect(await here.account('acme')).toMatchObject({ last_information_at: '2026-07-20 10:00:00+00', last_information_type: 'account' });
  });

  test.each([
    ['2026-07-08T23:00:00Z', '2026-07-01'],
    ['2026-07-09T00:00:00Z', '2026-07-09'],
  ])('the indexed day follows only when it lags more than 7 days: at %s it is %s', async (at, day) => {
    await here.setClock(at);
    await here.record({ type: 'usage', account: 'acme', user: 'ann', activity: 'x' });
    expect(await here.account('acme')).toMatchObject({ last_information_day: at.slice(0, 10), indexed_information_day: day });
    expect((await here.stored()).users).toMatchObject([{ last_information_day: at.slice(0, 10), indexed_information_day: day }]);
  });
});

describe('R1: usage that names only a user', () => {
  const usageOf = async (name: string) => (await here.stored()).usage.filter((u) => u.user === name).map((u) => u.account);
  const lone = { type: 'usage', user: 'ann', activity: 'x' };

  test('counts for the account of the latest accepted signal that named both', async () => {
    await here.record(
      { type: 'user', account: 'a', user: 'ann' },
      { type: 'usage', account: 'b', user: 'ann', activity: 'x', count: 0 },
      lone,
    );
    expect(await usageOf('ann')).toEqual(['b']);
  });
  test('also where the clock stands still between requests', async () => {
    await here.record({ type: 'account', account: 'z' }, { type: 'touchpoint', account: 'a', users: ['ann'] });
    await here.record({ type: 'touchpoint', account: 'b', users: ['ann'] });
    await here.record(lone);
    await here.record({ type: 'user', account: 'a', user: 'ann' });
    await here.record(lone, lone);
    expect((await here.stored()).usage).toMatchObject([
      { account: 'a', count: 2 },
      { account: 'b', count: 1 },
    ]);
  });
  test('does not itself name the account again, nor does a refused signal', async () => {
    await here.record({ type: 'user', account: 'a', user: 'ann' }, lone, { type: 'user', account: 'b', user: 'ann' });
    await here.record(lone, { type: 'user', account: 'a', user: 'ann', attributes: { name: 5 } }, lone);
    expect((await here.stored()).usage).toMatchObject([
      { account: 'a', count: 1 },
      { account: 'b', count: 2 },
    ]);
  });
  test('looks among the users that still exist', async () => {
    await here.record({ type: 'user', account: 'a', user: 'ann' }, { type: 'user', account: 'b', user: 'ann' });
    await transaction(here.workspaceId, (tx) =>
      tx.execute(sql`delete from users u using accounts a where a.id = u.account_id and a.external_id = 'b'`),
    );
    expect(await here.record(lone)).toEqual(accepted(1));
    expect(await usageOf('ann')).toEqual(['a']);
  });
});
