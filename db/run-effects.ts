import { sql } from 'drizzle-orm';
import type { MarkCause } from '#lib/retention/rules/lifecycle.ts';
import type { Day } from '#lib/time.ts';
import type { Tx } from './client.ts';
import { allOf, type KeyPart, type Keyset, pageSql } from './entity-rows.ts';
import { accounts, objects, users } from './schema/entities.ts';
import { type RunEffect, runEffects } from './schema/runs.ts';

type EffectFilter = { effect?: RunEffect | undefined; kind?: string | undefined };
/** One thing that a run did. `name` is what the entity is called now; null where it has none or is gone. */
export type ListedEffect = {
  chunk: number;
  id: string;
  effect: RunEffect;
  kind: string;
  account: string;
  member: string | null;
  cause: MarkCause | null;
  name: string | null;
};

/** A page of what a run did to whom, in the order in which it did it. */
export async function readEffects(
  tx: Tx,
  { workspaceId, day, filter, keyset }: { workspaceId: string; day: Day; filter: EffectFilter; keyset: Keyset },
): Promise<ListedEffect[]> {
  const { beyond, ordered } = pageSql(ORDER, 'asc', keyset);
  const name = (table: typeof accounts | typeof users | typeof objects) =>
    sql`(select t.name from ${table} t where t.workspace_id = ${workspaceId} and t.id = e.entity_id)`;
  const matching = allOf([
    sql`e.workspace_id = ${workspaceId} and e.day = ${day}`,
    filter.effect ? sql`e.effect = ${filter.effect}` : null,
    filter.kind === undefined ? null : sql`e.kind = ${filter.kind}`,
  ]);
  const rows = await tx.execute<ListedEffect>(sql`
    with shown as materialized (select e.* from ${runEffects} e where ${matching} and ${beyond} ${ordered})
    select e.chunk, e.entity_id as id, e.effect, e.kind, e.account, e.member, e.cause,
      case when e.member is null then ${name(accounts)} when e.kind = 'users' then ${name(users)} else ${name(objects)} end as name
    from shown e order by e.chunk, e.effect, e.entity_id`);
  return [...rows];
}

const ORDER: readonly KeyPart[] = [
  [sql`e.chunk`, 'integer'],
  [sql`e.effect`, 'text'],
  [sql`e.entity_id`, 'uuid'],
];
