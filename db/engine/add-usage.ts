import { sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { NO_USER, usage } from '../schema/activity.ts';
import { unnest } from './unnest.ts';

type UsageSum = { accountId: string; userId: string | null; day: string; module: string; activity: string; count: number };

/** Adds usage up by account, day, user, module and activity. Each of `rows` differs in one of these; their accounts are locked. */
export async function addUsage(tx: Tx, { workspaceId, rows }: { workspaceId: string; rows: readonly UsageSum[] }): Promise<void> {
  if (rows.length === 0) return;
  await tx.execute(sql`
    insert into ${usage} as t (workspace_id, account_id, day, user_id, module, activity, count)
    select ${workspaceId}::uuid, r.account_id, r.day, r.user_id, r.module, r.activity, r.count
    from ${unnest(rows, {
      account_id: ['uuid', (r) => r.accountId],
      day: ['date', (r) => r.day],
      user_id: ['uuid', (r) => r.userId ?? NO_USER],
      module: ['text', (r) => r.module],
      activity: ['text', (r) => r.activity],
      count: ['float8', (r) => r.count],
    })}
    on conflict (workspace_id, account_id, day, user_id, module, activity) do update set count = t.count + excluded.count`);
}
