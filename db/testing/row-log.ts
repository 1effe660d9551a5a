import { sql } from 'drizzle-orm';
import postgres from 'postgres';
import { read } from '../client.ts';

/** A change of an account, user or object. Written by a trigger while the row's lock is held: of changes of one row, `seq` tells the true order. */
export type RowChange = {
  seq: number;
  /** The transaction. */
  xid: string;
  kind: 'accounts' | 'users' | 'objects';
  id: string;
  accountId: string;
  change: 'made' | 'changed' | 'deleted';
  /** Information came: the clock moved. */
  heard: boolean;
  markedBefore: string | null;
  markedAfter: string | null;
};

/** Lets this test's own database write down every change of an account, user or object from now on. */
export async function logRows(url: string): Promise<void> {
  const client = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await client.unsafe(`
      create table row_log (seq bigserial primary key, workspace_id uuid not null, xid text not null, kind text not null, id uuid not null, account_id uuid not null,
        change text not null, heard boolean not null, marked_before date, marked_after date);
      grant select on row_log to perennial_app;
      create function log_row() returns trigger language plpgsql security definer as $$
      declare row record := coalesce(new, old);
      begin
        insert into row_log (workspace_id, xid, kind, id, account_id, change, heard, marked_before, marked_after) values (row.workspace_id,
          pg_current_xact_id()::text, tg_table_name, row.id, coalesce((to_jsonb(row)->>'account_id')::uuid, row.id),
          case tg_op when 'INSERT' then 'made' when 'UPDATE' then 'changed' else 'deleted' end,
          tg_op = 'UPDATE' and new.last_information_at is distinct from old.last_information_at, old.marked_on, new.marked_on);
        return null;
      end $$;
      create trigger log_row after insert or update or delete on accounts for each row execute function log_row();
      create trigger log_row after insert or update or delete on users for each row execute function log_row();
      create trigger log_row after insert or update or delete on objects for each row execute function log_row();`);
  } finally {
    await client.end();
  }
}

export function loggedRows(workspaceId: string): Promise<RowChange[]> {
  return read(workspaceId, (tx) =>
    tx.execute<RowChange>(sql`
      select seq::int, xid, kind, id, account_id as "accountId", change, heard, marked_before as "markedBefore", marked_after as "markedAfter"
      from row_log where workspace_id = ${workspaceId} order by seq`),
  );
}
