import { sql } from 'drizzle-orm';
import { expect, inject, test } from 'vitest';
import { read } from '#db/client.ts';
import { loggedRows, logRows, type RowChange } from '#db/testing/row-log.ts';
import { stored } from '#db/testing/stored.ts';
import { testDatabase } from '#db/testing/test-database.ts';
import { testWorkspace } from '#db/testing/workspaces.ts';
import { verifyAudit } from '#lib/audit/verify-audit.ts';
import { busyNeighbour } from './busy-neighbour.ts';
import { daysBetween, plusDays } from './days.ts';
import { playRound, roundsOf } from './everybody-at-once.ts';
import { takeRealStep } from './product.ts';

const database = testDatabase();
const ROUNDS = 24;

test('R11, R12, R28, R30: programs, people and the daily process at once lose nothing and delete nothing that they must not', {
  timeout: 600_000,
}, async () => {
  await logRows(database.url);
  const neighbour = await busyNeighbour();
  const untouched = await stored(neighbour.workspaceId);
  const { ctx, workspaceId } = await testWorkspace('2027-12-20T02:00:00.000Z', 'At once');
  await takeRealStep(ctx, { do: 'define', collection: 'deals' });
  await takeRealStep(ctx, { do: 'save', save: { choices: { accounts: 2, users: 2, free_accounts: 2 } } });
  let day = '2027-12-20';
  for (const round of roundsOf(inject('histories').seed, ROUNDS)) {
    day = plusDays(day, round.days);
    await playRound(ctx, round, day);
  }
  const changes = await loggedRows(workspaceId);
  const effects = await effectsOf(workspaceId);
  const audited = await auditedOf(workspaceId);

  expect(changes.filter(isMark).length).toBeGreaterThan(50);
  expect(effects.filter(({ effect }) => effect === 'purged').length).toBeGreaterThan(20);
  expect(audited.revived).toBeGreaterThan(20);
  expect(tooSoon(changes, effects)).toEqual([]);
  expect(changes.filter(({ heard, markedAfter }) => heard && markedAfter !== null)).toEqual([]);
  expect(heardAlone(changes)).toEqual([]);
  expect(twice(effects.filter(({ effect }) => effect === 'purged'))).toEqual([]);
  expect(count(effects, 'marked')).toBe(changes.filter(isMark).length);
  expect(count(effects, 'lifted') + audited.revived).toBe(changes.filter(isUnmark).length);
  expect(count(effects, 'purged') + audited.deleted).toBe(changes.filter(({ change }) => change === 'deleted').length);
  expect(await totalsOf(workspaceId)).toEqual(sumOf(effects));
  expect(await verifyAudit(ctx, {})).toMatchObject({ valid: true });
  expect(await stored(neighbour.workspaceId)).toEqual(untouched);
});

type Effect = { day: string; id: string; effect: string; kind: string };

const isMark = ({ change, markedBefore, markedAfter }: RowChange) => change === 'changed' && markedBefore === null && markedAfter !== null;
const isUnmark = ({ change, markedBefore, markedAfter }: RowChange) =>
  change === 'changed' && markedBefore !== null && markedAfter === null;
const count = (effects: readonly Effect[], what: string) => effects.filter(({ effect }) => effect === what).length;

/** R11. What a run purged inside its 30 days, or though its last word was not a mark: by its own mark, or by that of its account, which goes in the same transaction. */
function tooSoon(changes: readonly RowChange[], effects: readonly Effect[]): unknown[] {
  const purgedOn = new Map(effects.filter(({ effect }) => effect === 'purged').map(({ id, day }) => [id, day]));
  const deleted = changes.filter(({ change, id }) => change === 'deleted' && purgedOn.has(id));
  const isOver = ({ id, markedBefore }: RowChange) => markedBefore !== null && daysBetween(markedBefore, purgedOn.get(id) ?? '') >= 30;
  return deleted.filter(
    (row) => !isOver(row) && !deleted.some((other) => other.id === row.accountId && other.xid === row.xid && isOver(other)),
  );
}

/** R1. Users and objects that were heard of in a transaction that did not touch their account. */
function heardAlone(changes: readonly RowChange[]): unknown[] {
  const accounts = new Set(changes.filter(({ kind }) => kind === 'accounts').map(({ xid, id }) => xid + id));
  return changes.filter(({ kind, heard, xid, accountId }) => kind !== 'accounts' && heard && !accounts.has(xid + accountId));
}

function twice(effects: readonly Effect[]): Effect[] {
  return effects.filter(({ id }, i) => effects.findIndex((other) => other.id === id) !== i);
}

function sumOf(effects: readonly Effect[]): Record<string, number> {
  const sum: Record<string, number> = {};
  for (const { day, effect, kind } of effects) {
    if (effect !== 'unheld') sum[`${day} ${effect} ${kind}`] = (sum[`${day} ${effect} ${kind}`] ?? 0) + 1;
  }
  return sum;
}

function effectsOf(workspaceId: string): Promise<Effect[]> {
  return read(workspaceId, (tx) =>
    tx.execute<Effect>(sql`select day, entity_id as id, effect, kind from run_effects where workspace_id = ${workspaceId}`),
  );
}

/** What each run says that it did. */
async function totalsOf(workspaceId: string): Promise<Record<string, number>> {
  const rows = await read(workspaceId, (tx) =>
    tx.execute<{ key: string; n: number }>(sql`
      select concat_ws(' ', r.day, e.effect, k.key) as key, k.value::int as n from daily_runs r,
        lateral (values ('marked', r.marked), ('lifted', r.lifted), ('purged', r.purged)) e (effect, counts), lateral jsonb_each_text(e.counts) k
      where r.workspace_id = ${workspaceId}`),
  );
  return Object.fromEntries(rows.map(({ key, n }) => [key, n]));
}

/** What the trail says was revived, whoever did it, and deleted at once. */
async function auditedOf(workspaceId: string): Promise<{ revived: number; deleted: number }> {
  const counts = sql`coalesce(("to"->>'accounts')::int, 0) + coalesce(("to"->>'users')::int, 0) + coalesce(("to"->>'objects')::int, 0)`;
  const [row] = await read(workspaceId, (tx) =>
    tx.execute<{ revived: number; deleted: number }>(sql`
      select coalesce(sum(case action when 'entities.revived' then ${counts} when 'account.restored' then ("to"->>'revived')::int
          when 'account.deleted' then coalesce(("to"->>'lifted')::int, 0) when 'account.edited' then coalesce(("to"->>'lifted')::int, 0) end), 0)::int as revived,
        coalesce(sum(case action when 'account.deleted' then ${counts} end), 0)::int as deleted
      from audit_entries where workspace_id = ${workspaceId}`),
  );
  return row ?? { revived: 0, deleted: 0 };
}
