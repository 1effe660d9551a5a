import { sql } from 'drizzle-orm';
import type { Instant } from '#lib/time.ts';
import type { Tx } from '../client.ts';
import { tasks } from '../schema/activity.ts';
import { attributesJson, type OwnAttributes } from './inform.ts';
import { unnest } from './unnest.ts';

type ToldTask = {
  accountId: string;
  task: string;
  /** Null was not sent: the title that stands is kept. */
  title: string | null;
  status: 'created' | 'completed';
  /** Fields of the sender that the platform does not know, beside those that stand. */
  own: OwnAttributes;
  createdAt: Instant;
  completedAt: Instant | null;
};

/** Makes tasks, or says what became of them. Each of `rows` is a task of its own; their accounts are locked. */
export async function upsertTasks(tx: Tx, { workspaceId, rows }: { workspaceId: string; rows: readonly ToldTask[] }): Promise<void> {
  if (rows.length === 0) return;
  await tx.execute(sql`
    insert into ${tasks} as t (workspace_id, account_id, external_id, title, status, details, created_at, completed_at)
    select ${workspaceId}::uuid, r.account_id, r.external_id, r.title, r.status, r.details::jsonb, r.created_at, r.completed_at
    from ${unnest(rows, {
      account_id: ['uuid', (r) => r.accountId],
      external_id: ['text', (r) => r.task],
      title: ['text', (r) => r.title],
      status: ['text', (r) => r.status],
      details: ['text', attributesJson],
      created_at: ['timestamptz', (r) => r.createdAt],
      completed_at: ['timestamptz', (r) => r.completedAt],
    })}
    on conflict (workspace_id, account_id, external_id) do update
      set title = coalesce(excluded.title, t.title), status = excluded.status, details = t.details || excluded.details,
        completed_at = excluded.completed_at`);
}
