import { type SQL, sql } from 'drizzle-orm';
import { read } from './client.ts';

const ROWS_A_FETCH = 1000;
/** In one process: each keeps a connection for as long as somebody takes its rows, and ten that nobody took kept everybody else waiting for 30 s. */
const AT_ONCE = 3;
let underWay = 0;

/** The rows of a statement in batches, each read when the one before was taken: memory does not grow with them, and all are of one moment.
 *  The transaction stays open until the last is taken or nobody takes more; who takes nothing for 30 s is cut off, so that no connection is kept for long. The first
 *  batch comes always, if without rows; where too many are under way, none does. */
export async function* rowsAsTaken<R extends Record<string, unknown>>(workspaceId: string, statement: SQL): AsyncGenerator<R[]> {
  if (underWay >= AT_ONCE) throw Object.assign(new Error('too many lists are being read'), { code: '53300' }); // as the server says that it has no connection left
  underWay += 1;
  // Nothing is buffered: a batch is written when somebody waits for it.
  const { readable, writable } = new TransformStream<R[], R[]>(undefined, { highWaterMark: 1 }, { highWaterMark: 0 });
  const writer = writable.getWriter();
  let begun = false;
  const reading = read(workspaceId, async (tx) => {
    if (begun) throw new Error('the rows were lost on their way');
    await tx.execute(sql`set local idle_in_transaction_session_timeout = '30s'`);
    // Planned for all rows, not for the first tenth of them.
    await tx.execute(sql`set local cursor_tuple_fraction = 1`);
    await tx.execute(sql`declare taken_rows no scroll cursor for ${statement}`);
    for (let full = true; full; ) {
      const rows = [...(await tx.execute(sql`fetch ${sql.raw(String(ROWS_A_FETCH))} from taken_rows`))] as R[];
      full = rows.length === ROWS_A_FETCH;
      begun = true;
      await writer.write(rows);
    }
  });
  const over = reading
    .finally(() => {
      underWay -= 1;
    })
    .then(
      () => writer.close(),
      (error) => writer.abort(error),
    )
    .catch(() => {}); // whoever takes the rows is told; who has gone away needs no telling
  try {
    yield* readable;
  } finally {
    await over;
  }
}
