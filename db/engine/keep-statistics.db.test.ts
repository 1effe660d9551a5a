import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { testAccounts } from '#db/testing/entities.ts';
import { testDatabase } from '#db/testing/test-database.ts';
import { testWorkspace } from '#db/testing/workspaces.ts';
import { recordSignals } from '#lib/ingest/record-signals.ts';
import { parseDay } from '#lib/time.ts';
import { read, transaction } from '../client.ts';
import { purgeAccounts } from './purge-accounts.ts';

testDatabase();

const attributes = { plan: 'trial', seats: 3, mail: 'ann@acme.example', note: 'x'.repeat(65), edge: 'x'.repeat(64), who: { mail: 'a@b' } };

test('R17. An expired account leaves its numbers and nothing that leads to it; one purged for another cause leaves nothing', async () => {
  const { workspaceId, ctx } = await testWorkspace('2026-07-01T09:00:00Z');
  await testAccounts(workspaceId, [
    { account: 'expired', name: 'Expired Inc', status: 'free', value: 12, at: '2026-03-01T00:00:00Z', attributes },
    { account: 'silent', status: 'paying', at: '2026-03-01T00:00:00Z', attributes },
  ]);
  await recordSignals(ctx, { signals: [{ type: 'usage', account: 'expired', user: 'ann', module: 'app', activity: 'login', count: 2 }] });
  await transaction(workspaceId, (tx) =>
    tx.execute(
      sql`update accounts set marked_on = '2026-06-02', cause = case external_id when 'expired' then 'expiry' else 'inactivity' end`,
    ),
  );
  const scope = { workspaceId, day: parseDay('2026-07-02'), chunk: 1, limit: 100 };
  await transaction(workspaceId, (tx) => purgeAccounts(tx, scope, { marks: 'own', cutoff: parseDay('2026-06-02') }, null));
  const kept = await read(workspaceId, (tx) => tx.execute(sql`select to_jsonb(e) - 'id' - 'workspace_id' as said from expired_accounts e`));
  expect(kept.map((row) => row.said)).toEqual([
    {
      contract_status: 'free',
      contract_value: 12,
      attributes: { plan: 'trial', seats: 3, edge: 'x'.repeat(64) },
      created_day: '2026-06-01',
      expired_on: '2026-06-02',
      last_information_day: '2026-07-01',
    },
  ]);
  const usage = await read(workspaceId, (tx) => tx.execute(sql`select day, module, activity, count from expired_usage`));
  expect([...usage]).toEqual([{ day: '2026-07-01', module: 'app', activity: 'login', count: 2 }]);
});
