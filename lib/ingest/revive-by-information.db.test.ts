import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { transaction } from '#db/client.ts';
import { testDatabase } from '#db/testing/test-database.ts';
import { accepted, SIGNALS, toldWorkspace } from '#db/testing/told-workspace.ts';

testDatabase();
const here = toldWorkspace();

describe('R12: information revives', () => {
  beforeEach(async () => {
    await here.record(
      ...SIGNALS,
      { type: 'account', account: 'sub', attributes: { parent: 'acme' } },
      { type: 'account', account: 'low', attributes: { parent: 'sub' } },
    );
    await here.mark('accounts', 'acme');
    await here.mark('accounts', 'sub', 'acme');
    await here.mark('accounts', 'low', 'acme');
  });
  test.each([
    [{ type: 'account', account: 'acme' }, []],
    [{ type: 'usage', user: 'ann', activity: 'x' }, []],
    [{ type: 'object', account: 'acme', collection: 'deals', object: '7' }, []],
    [{ type: 'account', account: 'sub' }, ['acme']],
    [{ type: 'account', account: 'low' }, ['acme', 'sub']],
    [{ type: 'account', account: 'other', attributes: { parent: 'acme' } }, ['acme', 'low', 'sub']],
    [{ type: 'account', account: 'sub', attributes: { name: 5 } }, ['acme', 'low', 'sub']],
  ])('after %j these stay marked: %j', async (signal, stay) => {
    await here.record(signal);
    expect(await here.marked()).toEqual(stay);
  });

  test('a user marked for its own inactivity is revived by its own information, with its account; not by its account', async () => {
    await here.mark('users', 'ann');
    await here.mark('objects', '7');
    await here.record({ type: 'account', account: 'acme' });
    expect(await here.marked()).toEqual(['ann', '7']);
    await here.mark('accounts', 'acme');
    await here.record({ type: 'touchpoint', account: 'acme', users: ['ann'] });
    expect(await here.marked()).toEqual(['7']);
  });

  test('"below" is by the parents of that moment: accounts that move between two signals', async () => {
    await here.record({ type: 'account', account: 'mid', attributes: { parent: 'sub' } });
    await transaction(here.workspaceId, (tx) =>
      tx.execute(sql`update accounts set parent_id = (select id from accounts where external_id = 'mid') where external_id = 'low'`),
    );
    await here.record({ type: 'account', account: 'mid', attributes: { parent: null } }, { type: 'account', account: 'sub' });
    expect(await here.marked()).toEqual(['acme', 'low']);
    await here.record({ type: 'account', account: 'mid', attributes: { parent: 'sub' } });
    await here.mark('accounts', 'sub', 'acme');
    await here.record({ type: 'account', account: 'sub' }, { type: 'account', account: 'mid', attributes: { parent: null } });
    expect(await here.marked()).toEqual(['acme']);
  });

  test('R30: the trail says it once a request, without a name; what revives nothing leaves no entry', async () => {
    await here.mark('users', 'ann');
    await here.record({ type: 'account', account: 'sub' }, { type: 'user', account: 'acme', user: 'ann' });
    await here.record({ type: 'account', account: 'acme', attributes: { name: 'Secret' } });
    const entries = await transaction(here.workspaceId, (tx) =>
      tx.execute(sql`select action, rule, "to" from audit_entries where action <> 'workspace.created' order by number`),
    );
    expect([...entries]).toEqual([
      {
        action: 'entities.revived',
        rule: 'R12',
        to: { by: 'information', accounts: 3, users: 1, objects: 0, digest: expect.stringMatching(/^[0-9a-f]{64}$/) },
      },
    ]);
  });
});

describe('R16: archived accounts', () => {
  beforeEach(async () => {
    await here.record(...SIGNALS);
    await here.archive('acme');
  });

  test('information for one, its users or objects is refused, and stores nothing', async () => {
    const before = await here.stored();
    const answer = await here.record(...SIGNALS, { type: 'usage', user: 'ann', activity: 'x' }, { type: 'account', account: 'other' });
    expect(answer).toMatchObject({ accepted: 1, rejected: [0, 1, 2, 3, 4, 5].map((index) => ({ index, errors: [{ path: 'account' }] })) });
    expect(await here.stored()).toEqual({ ...before, accounts: expect.arrayContaining(before.accounts) });
  });

  test('where the workspace lets it through, information restores the account, and the trail says so', async () => {
    await transaction(here.workspaceId, (tx) =>
      tx.execute(sql`update workspaces set archived_blocks = false where id = ${here.workspaceId}`),
    );
    expect(await here.record({ type: 'usage', user: 'ann', activity: 'x' })).toEqual(accepted(1));
    expect(await here.account('acme')).toMatchObject({ archived_at: null });
    const [entry] = await transaction(here.workspaceId, (tx) => tx.execute(sql`select * from audit_entries order by number desc limit 1`));
    expect(entry).toMatchObject({ action: 'entities.restored', rule: 'R16', to: { by: 'information', accounts: 1 } });
  });
});
