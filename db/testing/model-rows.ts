import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { addDays, type Day, dayOf, type Instant, instantOf } from '#lib/time.ts';
import { read, transaction } from '../client.ts';
import { isKept, type Model, type ModelAccount, type ModelMember } from './model-day.ts';

/** A random workspace around `day`, the same for the same `seed`: trees of accounts, users and deals on both sides of every boundary, marks of every age and
 *  cause, holds that stand and holds that end. Ids say nothing of names, so that no order of one is an order of the other. */
export function randomModel(seed: string, day: Day, size = 60): Model {
  const { whole, one, often } = seededRandom(seed);
  const model: Model = { accounts: new Map(), members: new Map() };
  const entity = (name: string) => {
    const created = instantOf(Date.parse(addDays(day, -60 - whole(10))) + whole(1000));
    const last = often(15) ? created : instantOf(Date.parse(addDays(day, -whole(22))) + whole(86_400) * 1000);
    const hold = often(12) ? { until: often(60) ? null : addDays(day, whole(5) - 3) } : null;
    const markedOn = often(45) ? addDays(day, -1 - whole(36)) : null;
    return { id: uuidOf(`${seed} ${name}`), name, created, last, hold, markedOn };
  };
  const accounts: ModelAccount[] = [];
  for (let i = 0; i < size; i++) {
    const above = accounts.length > 0 && often(75) ? one(accounts.slice(-12)) : null;
    const own = entity(`a${i}`);
    const along = own.markedOn !== null && above !== null && often(50);
    const cause = own.markedOn === null ? null : along ? 'parent' : one(['inactivity', 'expiry'] as const);
    const root = along ? (often(20) ? uuidOf(`${seed} gone`) : (above.root ?? above.id)) : null;
    const markedOn = along && often(70) ? (above.markedOn ?? own.markedOn) : own.markedOn;
    const status = one(['free', 'unknown', 'paying', 'cancelled']);
    accounts.push({ ...own, markedOn, cause, root, parent: above?.id ?? null, status, archived: often(10) });
  }
  for (const account of accounts) model.accounts.set(account.id, account);
  for (let i = 0; i < size * 2; i++) {
    const own = entity(`m${i}`);
    const hold = often(25) ? own.hold : null;
    const member = { ...own, hold, cause: own.markedOn === null ? null : 'inactivity', account: one(accounts).id } as const;
    model.members.set(member.id, { ...member, collection: often(50) ? 'deals' : null });
  }
  return model;
}

/** Writes a model into an empty workspace that has the collection `deals`. `lag` is how far the indexed days may fall behind. */
export async function writeModel(workspaceId: string, model: Model, lag: (last: Day) => Day): Promise<void> {
  const members = [...model.members.values()];
  const heldMembers = (account: string) => members.filter((m) => m.account === account && m.hold !== null).length;
  const accounts = [...model.accounts.values()].map((a) => ({
    ...columnsOf(a, lag),
    parent_id: a.parent,
    root_id: a.root,
    contract_status: a.status,
    archived_at: a.archived ? a.created : null,
    held: a.hold !== null,
    holds: heldMembers(a.id) + (a.hold === null ? 0 : 1),
  }));
  const rows = (of: ModelMember[]) =>
    JSON.stringify(
      of.map((m) => ({
        ...columnsOf(m, lag),
        account_id: m.account,
        holds: m.hold === null ? 0 : 1,
        collection_id: null,
        named_at: m.created,
      })),
    );
  const common = sql.raw(
    'id, external_id, created_at, last_information_at, last_information_type, indexed_information_day, marked_on, cause, holds',
  );
  await transaction(workspaceId, async (tx) => {
    await tx.execute(sql`insert into accounts (workspace_id, ${common}, parent_id, root_id, contract_status, archived_at, held)
      select ${workspaceId}, ${common}, parent_id, root_id, contract_status, archived_at, held from json_populate_recordset(null::accounts, ${JSON.stringify(accounts)})`);
    await tx.execute(sql`insert into users (workspace_id, ${common}, account_id, named_at)
      select ${workspaceId}, ${common}, account_id, named_at from json_populate_recordset(null::users, ${rows(members.filter((m) => m.collection === null))})`);
    await tx.execute(sql`insert into objects (workspace_id, ${common}, account_id, collection_id)
      select ${workspaceId}, ${common}, account_id, (select id from collections where workspace_id = ${workspaceId} and name = 'deals')
      from json_populate_recordset(null::objects, ${rows(members.filter((m) => m.collection !== null))})`);
    for (const [kind, entities] of Object.entries({
      accounts: [...model.accounts.values()].map((a) => ({ ...a, account: a.id })),
      users: members.filter((m) => m.collection === null),
      objects: members.filter((m) => m.collection !== null),
    })) {
      for (const { id, account, hold } of entities) {
        if (hold === null) continue;
        await tx.execute(sql`insert into holds (workspace_id, kind, entity_id, account_id, reason, until, by, since)
          values (${workspaceId}, ${kind}, ${id}, ${account}, 'kept', ${hold.until}, 'command line', '2026-01-01Z')`);
      }
    }
  });
}

/** What stands in a workspace of the things that a daily process changes, by name, in the words of `statedModel`. */
export async function statedRows(workspaceId: string): Promise<string[]> {
  return read(workspaceId, async (tx) => {
    const rows = await tx.execute<{ said: string }>(sql`
      select concat_ws(' ', 'account', external_id, marked_on, cause, 'root', root_id, 'parent', parent_id, 'holds', holds, held) as said
        from accounts where workspace_id = ${workspaceId}
      union all
      select concat_ws(' ', 'users', external_id, marked_on, cause, 'holds', holds) from users where workspace_id = ${workspaceId}
      union all
      select concat_ws(' ', 'deals', external_id, marked_on, cause, 'holds', holds) from objects where workspace_id = ${workspaceId}`);
    return rows.map((row) => row.said).sort();
  });
}

export function statedModel(model: Model): string[] {
  const members = [...model.members.values()];
  const accounts = [...model.accounts.values()].map((a) => {
    const holds = members.filter((m) => m.account === a.id && m.hold !== null).length + (a.hold === null ? 0 : 1);
    if (holds > 0 !== isKept(model, a)) throw new Error('the model does not agree with itself about holds');
    return words('account', a.name, a.markedOn, a.cause, 'root', a.root, 'parent', a.parent, 'holds', holds, a.hold === null ? 'f' : 't');
  });
  return [
    ...accounts,
    ...members.map((m) => words(m.collection ?? 'users', m.name, m.markedOn, m.cause, 'holds', m.hold === null ? 0 : 1)),
  ].sort();
}

const words = (...parts: (string | number | null)[]) => parts.filter((part) => part !== null).join(' ');

function columnsOf(entity: ModelAccount | ModelMember, lag: (last: Day) => Day) {
  const { id, name, created, last, markedOn, cause } = entity;
  const times = { created_at: created, last_information_at: last, indexed_information_day: lag(dayOf(last as Instant)) };
  return { id, external_id: name, ...times, last_information_type: 'account', marked_on: markedOn, cause };
}

function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `7${hex.slice(12, 15)}`, `8${hex.slice(15, 18)}`, hex.slice(18, 30)].join('-');
}

/** Numbers that look random and are the same for the same seed. */
export function seededRandom(seed: string) {
  let turn = 0;
  const whole = (below: number) => createHash('sha256').update(`${seed} ${turn++}`).digest().readUInt32BE() % below;
  return {
    /** From 0 to below `below`. */
    whole,
    one: <T>(list: readonly T[]): T => list[whole(list.length)] as T,
    /** True in `percent` of 100 calls. */
    often: (percent: number) => whole(100) < percent,
  };
}
