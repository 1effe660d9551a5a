import { sql } from 'drizzle-orm';
import { beforeEach, expect } from 'vitest';
import { transaction } from '#db/client.ts';
import { newId } from '#lib/ids.ts';
import { type RecordedSignals, recordSignals } from '#lib/ingest/record-signals.ts';
import { type Stored, stored } from './stored.ts';
import { type TestWorkspace, testWorkspace } from './workspaces.ts';

/** One of every type but `touchpoint`. */
export const SIGNALS = [
  { type: 'account', account: 'acme', attributes: { name: 'Acme', seats: 5 } },
  { type: 'user', account: 'acme', user: 'ann', attributes: { name: 'Ann' } },
  { type: 'object', account: 'acme', collection: 'deals', object: '7', attributes: { name: 'Seven' } },
  { type: 'usage', account: 'acme', user: 'ann', activity: 'login' },
  { type: 'task', account: 'acme', task: 't1', status: 'created' },
];

export const accepted = (n: number): RecordedSignals => ({ accepted: n, rejected: [] });

export type ToldWorkspace = TestWorkspace & {
  record(...signals: unknown[]): Promise<RecordedSignals>;
  stored(): Promise<Stored>;
  account(name: string): Promise<Stored['accounts'][number] | undefined>;
  /** Everything that is marked itself, in the order accounts, users, objects. */
  marked(): Promise<unknown[]>;
  mark(kind: 'accounts' | 'users' | 'objects', name: string, root?: string): Promise<void>;
  archive(account: string): Promise<void>;
  setClock(at: string): Promise<void>;
};

/** A fresh workspace before each test, with a collection `deals`; beside it a neighbour with the same names, that must stay as it is. */
export function toldWorkspace(): ToldWorkspace {
  const here = {} as ToldWorkspace;
  beforeEach(async () => {
    const neighbour = await makeToldWorkspace();
    await neighbour.record(...SIGNALS);
    const before = await neighbour.stored();
    Object.assign(here, await makeToldWorkspace());
    return async () => expect(await neighbour.stored()).toEqual(before);
  });
  return here;
}

export async function makeToldWorkspace(): Promise<ToldWorkspace> {
  const workspace = await testWorkspace();
  const { workspaceId, ctx } = workspace;
  const write = async (statement: ReturnType<typeof sql>) => {
    await transaction(workspaceId, (tx) => tx.execute(statement));
  };
  await write(
    sql`insert into collections (workspace_id, id, name, created_at) values (${workspaceId}, ${newId()}, 'deals', '2026-06-01Z')`,
  );
  return {
    ...workspace,
    record: (...signals) => recordSignals(ctx, { signals }),
    stored: () => stored(workspaceId),
    account: async (name) => (await stored(workspaceId)).accounts.find((a) => a.account === name),
    async marked() {
      const { accounts, users, objects } = await stored(workspaceId);
      return [...accounts, ...users, ...objects].filter((e) => e.marked_on !== null).map((e) => e.object ?? e.user ?? e.account);
    },
    mark(kind, name, root) {
      const along = sql`cause = 'parent', root_id = (select id from accounts where external_id = ${root ?? ''})`;
      const cause = root === undefined ? sql`cause = 'inactivity'` : along;
      return write(sql`update ${sql.identifier(kind)} set marked_on = '2026-07-01', ${cause} where external_id = ${name}`);
    },
    archive: (account) => write(sql`update accounts set archived_at = '2026-07-01Z' where external_id = ${account}`),
    setClock: (at) => write(sql`update workspaces set test_clock_at = ${at} where id = ${workspaceId}`),
  };
}
