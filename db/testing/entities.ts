import { sql } from 'drizzle-orm';
import { newId } from '#lib/ids.ts';
import type { MarkCause } from '#lib/retention/rules/lifecycle.ts';
import { transaction } from '../client.ts';

type Mark = { markedOn?: string; cause?: MarkCause };
export type TestAccount = Mark & {
  account: string;
  name?: string;
  status?: string;
  value?: number;
  parent?: string;
  /** With cause `parent`. */
  root?: string;
  at?: string;
  createdAt?: string;
  archivedAt?: string;
  /** Holds on it itself, and on its users and objects. */
  held?: boolean;
  memberHolds?: number;
  attributes?: Record<string, unknown>;
};
type TestMember = Mark & { account: string; member: string; collection?: string; name?: string; at?: string; held?: boolean };

const AT = '2026-06-01T00:00:00Z';

/** Rows of a test as they stand, written straight into a workspace: what a test is about is read from them, not how they came to be. Parents and roots come first. */
export async function testAccounts(workspaceId: string, rows: readonly TestAccount[]): Promise<void> {
  await transaction(workspaceId, async (tx) => {
    for (const row of rows) {
      const { at = AT, name = null, status = 'unknown', value = null, parent = null, root = null, held = false } = row;
      const idOf = (account: string | null) =>
        sql`(select id from accounts where workspace_id = ${workspaceId} and external_id = ${account})`;
      await tx.execute(sql`
        insert into accounts (workspace_id, id, external_id, name, attributes, contract_status, contract_value, parent_id, root_id, created_at,
          last_information_at, last_information_type, indexed_information_day, marked_on, cause, archived_at, held, holds)
        values (${workspaceId}, ${newId()}, ${row.account}, ${name}, ${JSON.stringify(row.attributes ?? {})}, ${status}, ${value}, ${idOf(parent)},
          ${idOf(root)}, ${row.createdAt ?? AT}, ${at}, 'account', ${at.slice(0, 10)}, ${row.markedOn ?? null}, ${causeOf(row)}, ${row.archivedAt ?? null},
          ${held}, ${(held ? 1 : 0) + (row.memberHolds ?? 0)})`);
    }
  });
}

/** Users, and objects of collections that stand. */
export async function testMembers(workspaceId: string, rows: readonly TestMember[]): Promise<void> {
  await transaction(workspaceId, async (tx) => {
    for (const row of rows) {
      const { at = AT, name = null, held = false } = row;
      const common = sql`${workspaceId}, ${newId()}, ${row.member}, ${name}, ${AT}, ${at}, 'user', ${at.slice(0, 10)}, ${row.markedOn ?? null}, ${causeOf(row)},
        ${held ? 1 : 0}, (select id from accounts where workspace_id = ${workspaceId} and external_id = ${row.account})`;
      const columns = sql`workspace_id, id, external_id, name, created_at, last_information_at, last_information_type, indexed_information_day, marked_on, cause,
        holds, account_id`;
      if (row.collection === undefined) await tx.execute(sql`insert into users (${columns}, named_at) values (${common}, ${at})`);
      else
        await tx.execute(sql`insert into objects (${columns}, collection_id)
          values (${common}, (select id from collections where workspace_id = ${workspaceId} and name = ${row.collection}))`);
    }
  });
}

function causeOf({ markedOn, cause }: Mark): MarkCause | null {
  return markedOn === undefined ? null : (cause ?? 'inactivity');
}
