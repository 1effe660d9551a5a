import { type SQL, sql } from 'drizzle-orm';
import { type Tx, transaction } from '../client.ts';

/** Does `work` in a transaction that is taken back, and gives the plan of each statement that it executed, as the application's role has it planned. */
export async function plansOf(workspaceId: string, work: (tx: Tx) => Promise<unknown>): Promise<string[]> {
  const plans: string[] = [];
  const takenBack = new Error('taken back');
  const done = transaction(workspaceId, async (tx) => {
    await work(explaining(tx, plans));
    throw takenBack;
  });
  await done.catch((error) => {
    if (error !== takenBack) throw error;
  });
  return plans;
}

function explaining(tx: Tx, plans: string[]): Tx {
  return new Proxy(tx, {
    get(target, name) {
      if (name !== 'execute') return Reflect.get(target, name, target);
      return async (query: SQL) => {
        const lines = await target.execute<{ 'QUERY PLAN': string }>(sql`explain (costs off) ${query}`);
        plans.push(lines.map((line) => line['QUERY PLAN']).join('\n'));
        return target.execute(query);
      };
    },
  });
}
