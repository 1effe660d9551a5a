import { and, asc, desc, eq, gt, gte, lt, lte, type SQL } from 'drizzle-orm';
import type { AuditEntry } from '#lib/audit/rules/chain.ts';
import type { Instant } from '#lib/time.ts';
import type { Tx } from './client.ts';
import type { Keyset } from './entity-rows.ts';
import { auditEntries, auditHeads } from './schema/runs.ts';

export type AuditFilter = {
  entity?: string | undefined;
  actor?: string | undefined;
  action?: string | undefined;
  from?: Instant;
  before?: Instant;
};

const said = {
  number: auditEntries.number,
  at: auditEntries.at,
  actor: auditEntries.actor,
  action: auditEntries.action,
  rule: auditEntries.rule,
  entity: auditEntries.entity,
  from: auditEntries.from,
  to: auditEntries.to,
  hash: auditEntries.hash,
};

/** The entries that fit, newest first, below the number `below` where it is given. */
export async function latestAuditEntries(
  tx: Tx,
  { workspaceId, filter, below, limit }: { workspaceId: string; filter: AuditFilter; below: number | null; limit: number },
): Promise<AuditEntry[]> {
  return tx
    .select(said)
    .from(auditEntries)
    .where(and(...matching(workspaceId, filter), below === null ? undefined : lt(auditEntries.number, below)))
    .orderBy(desc(auditEntries.number))
    .limit(limit);
}

/** A screen's page of the entries that fit, newest first: behind a number, before one, or the trail's end or beginning. */
export async function auditPage(
  tx: Tx,
  { workspaceId, filter, keyset }: { workspaceId: string; filter: AuditFilter; keyset: Keyset },
): Promise<AuditEntry[]> {
  const { key, backwards, limit } = keyset;
  const number = key === null ? null : Number(key[0]);
  const beyond = number === null ? undefined : backwards ? gt(auditEntries.number, number) : lt(auditEntries.number, number);
  const entries = await tx
    .select(said)
    .from(auditEntries)
    .where(and(...matching(workspaceId, filter), beyond))
    .orderBy(backwards ? asc(auditEntries.number) : desc(auditEntries.number))
    .limit(limit);
  return backwards ? entries.reverse() : entries;
}

/** The entries from the one after `after` up to `last`, in the order of the chain. */
export async function auditChain(
  tx: Tx,
  { workspaceId, after, last, limit }: { workspaceId: string; after: number; last: number; limit: number },
): Promise<AuditEntry[]> {
  const inChain = and(eq(auditEntries.workspaceId, workspaceId), gt(auditEntries.number, after), lte(auditEntries.number, last));
  return tx.select(said).from(auditEntries).where(inChain).orderBy(asc(auditEntries.number)).limit(limit);
}

/** Where the chain ends: the number and hash of its last entry; null for a workspace without a trail. */
export async function auditEnd(tx: Tx, { workspaceId }: { workspaceId: string }): Promise<{ number: number; hash: string } | null> {
  const [head] = await tx
    .select({ number: auditHeads.number, hash: auditHeads.hash })
    .from(auditHeads)
    .where(eq(auditHeads.workspaceId, workspaceId));
  return head ?? null;
}

function matching(workspaceId: string, filter: AuditFilter): (SQL | undefined)[] {
  return [
    eq(auditEntries.workspaceId, workspaceId),
    filter.entity === undefined ? undefined : eq(auditEntries.entity, filter.entity),
    filter.actor === undefined ? undefined : eq(auditEntries.actor, filter.actor),
    filter.action === undefined ? undefined : eq(auditEntries.action, filter.action),
    filter.from === undefined ? undefined : gte(auditEntries.at, filter.from),
    filter.before === undefined ? undefined : lt(auditEntries.at, filter.before),
  ];
}
