import type postgres from 'postgres';

type Work = (tx: postgres.TransactionSql) => unknown;
/** A connection under a transaction, and whether it is known to be dead. */
type Line = { dead: boolean };

/** postgres.js 3.4.9 goes on writing when the connection under a transaction has died: its ROLLBACK, its COMMIT, or the next query goes to no socket at all, outside
 *  of every promise, which ends the process. Here nothing more is sent on a dead connection; the transaction fails by what the driver says of it. */
export function surviving(client: postgres.Sql): postgres.Sql {
  const begin = client.begin.bind(client) as unknown as (work: Work) => Promise<unknown>;
  const guarded = (work: Work) => {
    const line: Line = { dead: false };
    const done = begin((tx) => whileAlive(line, () => work(heard(tx, line))));
    done.catch(() => {
      line.dead = true;
    });
    return done;
  };
  return Object.assign(client, { begin: guarded });
}

/** What `work` comes to; nothing at all where the connection died, so that the driver, which has seen it too and fails the transaction, ends it without a word. */
async function whileAlive(line: Line, work: () => unknown): Promise<unknown> {
  try {
    const result = await work();
    if (!line.dead) return result;
  } catch (error) {
    if (!line.dead) throw error;
  }
  return new Promise(() => {});
}

function heard(tx: postgres.TransactionSql, line: Line): postgres.TransactionSql {
  const unsafe = tx.unsafe.bind(tx);
  const asked = (...query: Parameters<typeof unsafe>) => {
    if (line.dead) throw Object.assign(new Error('the connection of this transaction is gone'), { code: 'CONNECTION_CLOSED' });
    const answer = unsafe(...query);
    answer.catch((error) => {
      if (endsConnection(error)) line.dead = true;
    });
    return answer;
  };
  return Object.assign(tx, { unsafe: asked });
}

const ENDS = ['CONNECTION_CLOSED', 'CONNECTION_ENDED', 'CONNECTION_DESTROYED', 'ECONNRESET', 'EPIPE'];

function endsConnection(error: { code?: string; severity?: string }): boolean {
  return error.severity === 'FATAL' || error.severity === 'PANIC' || ENDS.includes(error.code ?? '');
}
