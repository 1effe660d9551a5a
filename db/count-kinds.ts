import { type SQL, sql } from 'drizzle-orm';
import type { Members } from '#lib/retention/rules/plan.ts';
import type { DueCondition } from '#lib/retention/rules/policy.ts';
import type { Instant } from '#lib/time.ts';
import type { Tx } from './client.ts';
import { isDue } from './engine/chunk.ts';
import { memberTable, ofCollection } from './engine/mark-members.ts';
import { accounts } from './schema/entities.ts';

/** How a kind stands. Active and due ones are neither marked nor archived; due ones are kept by no hold. */
export type KindCount = { active: number; marked: number; due: number; dormant: number };

/** `due`: what a policy asks for on a later day, so that it counts whoever falls due until then. `lateSince`: R6, of a late kind. */
export type KindQuestion = { due: DueCondition | null; lateSince: Instant | null };

type Asked = { workspaceId: string; question: KindQuestion };

/** Accounts under the account policy; or, of kind `free_accounts`, those that can expire and the marks of their expiry. */
export async function countAccountsOfKind(
  tx: Tx,
  { workspaceId, question, kind }: Asked & { kind: 'accounts' | 'free_accounts' },
): Promise<KindCount> {
  const free = kind === 'free_accounts';
  const active = sql`a.marked_on is null and a.archived_at is null ${free ? sql`and a.contract_status in ('free', 'unknown')` : sql``}`;
  const marked = free ? sql`a.cause = 'expiry'` : sql`a.cause in ('inactivity', 'parent')`;
  return counted(tx, sql`${accounts} a where a.workspace_id = ${workspaceId}`, {
    t: 'a',
    active,
    marked,
    kept: sql`a.holds > 0`,
    question,
  });
}

/** Users, or the objects of a collection. Those of a marked or archived account are not active; only marks of their own count. */
export async function countMembersOfKind(tx: Tx, { workspaceId, question, members }: Asked & { members: Members }): Promise<KindCount> {
  const from = sql`${memberTable(members)} m join ${accounts} a on a.workspace_id = ${workspaceId} and a.id = m.account_id
    where m.workspace_id = ${workspaceId} and ${ofCollection('m', members)}`;
  const active = sql`m.marked_on is null and a.marked_on is null and a.archived_at is null`;
  return counted(tx, from, { t: 'm', active, marked: sql`m.marked_on is not null`, kept: sql`(m.holds > 0 or a.held)`, question });
}

type Conditions = { t: 'a' | 'm'; active: SQL; marked: SQL; kept: SQL; question: KindQuestion };

async function counted(tx: Tx, from: SQL, { t, active, marked, kept, question: { due, lateSince } }: Conditions): Promise<KindCount> {
  const row = sql.raw(t);
  const waits = lateSince
    ? sql`${active} and (${row}.last_information_at <= ${lateSince}::timestamptz or ${row}.last_information_at <= ${row}.created_at)`
    : sql`false`;
  const [counts] = await tx.execute<KindCount>(sql`
    select (count(*) filter (where ${active}))::int as active, (count(*) filter (where ${marked}))::int as marked,
      (count(*) filter (where ${active} and not ${kept} and ${isDue(t, due)}))::int as due,
      (count(*) filter (where ${waits}))::int as dormant
    from ${from}`);
  return counts ?? { active: 0, marked: 0, due: 0, dormant: 0 };
}
