import { sql } from 'drizzle-orm';
import type { Instant } from '#lib/time.ts';
import type { Tx } from '../client.ts';
import { touchpoints } from '../schema/activity.ts';
import { attributesJson, type OwnAttributes } from './inform.ts';
import { unnest } from './unnest.ts';

type NewTouchpoint = {
  id: string;
  accountId: string;
  userIds: readonly string[];
  subject: string | null;
  content: string | null;
  /** Fields of the sender that the platform does not know. */
  own: OwnAttributes;
  at: Instant;
};

export async function addTouchpoints(
  tx: Tx,
  { workspaceId, rows }: { workspaceId: string; rows: readonly NewTouchpoint[] },
): Promise<void> {
  if (rows.length === 0) return;
  await tx.execute(sql`
    insert into ${touchpoints} (workspace_id, id, account_id, user_ids, subject, content, details, at)
    select ${workspaceId}::uuid, r.id, r.account_id, r.user_ids::uuid[], r.subject, r.content, r.details::jsonb, r.at
    from ${unnest(rows, {
      id: ['uuid', (r) => r.id],
      account_id: ['uuid', (r) => r.accountId],
      user_ids: ['text', (r) => `{${r.userIds.join(',')}}`],
      subject: ['text', (r) => r.subject],
      content: ['text', (r) => r.content],
      details: ['text', attributesJson],
      at: ['timestamptz', (r) => r.at],
    })}`);
}
