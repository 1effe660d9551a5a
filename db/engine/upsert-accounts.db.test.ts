import { expect, test } from 'vitest';
import { newId } from '#lib/ids.ts';
import type { Instant } from '#lib/time.ts';
import { transaction } from '../client.ts';
import { testAccounts } from '../testing/entities.ts';
import { testDatabase } from '../testing/test-database.ts';
import { testWorkspace } from '../testing/workspaces.ts';
import { type InformedAccount, upsertAccounts } from './upsert-accounts.ts';

testDatabase();

function untold(account: string, parentId: string | null = null): InformedAccount {
  return { id: newId(), account, type: 'account', name: null, contractStatus: 'unknown', contractValue: null, parentId, own: new Map() };
}

test.each(['alone', 'as a parent'])(
  'an account that somebody else made after it was looked for, %s, makes the transaction begin anew',
  async (how) => {
    const { workspaceId } = await testWorkspace();
    const late = untold('late');
    let tries = 0;
    await transaction(workspaceId, async (tx) => {
      tries += 1;
      if (tries > 1) return;
      await testAccounts(workspaceId, [{ account: 'late' }]);
      const rows = how === 'alone' ? [late] : [late, untold('below', late.id)];
      await upsertAccounts(tx, { workspaceId, now: '2026-07-01T09:00:00.000Z' as Instant, rows });
    });
    expect(tries).toBe(2);
  },
);
