import { createHash } from 'node:crypto';
import type { Instant } from '#lib/time.ts';

/** What an entry of the trail says (R30). `from` and `to` hold days, policies, statuses and identifiers only: never a name or an attribute's value. */
export type AuditNote = { action: string; rule?: string; entity?: string; from?: unknown; to?: unknown };

export type AuditEntry = {
  number: number;
  at: Instant;
  actor: string;
  action: string;
  rule: string | null;
  entity: string | null;
  from: unknown;
  to: unknown;
  hash: string;
};

/** What the chain of an empty trail begins with. */
export const CHAIN_START = '0'.repeat(64);

/** The next link: SHA-256, hex, over the link before it and everything that the entry says. */
export function chainHash(before: string, entry: Omit<AuditEntry, 'hash'>): string {
  const { number, at, actor, action, rule, entity, from, to } = entry;
  return createHash('sha256')
    .update(`${before}\n${canonicalJson([number, at, actor, action, rule, entity, from, to])}`)
    .digest('hex');
}

/** JSON with sorted keys, so that equal values are equal text wherever they were stored. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((v) => canonicalJson(v ?? null)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  const fields = Object.entries(value).filter(([, v]) => v !== undefined);
  fields.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([k, v]) => `${JSON.stringify(k)}:${canonicalJson(v)}`).join(',')}}`;
}

/** SHA-256, hex, of a list of rows in any order: what a run's entry says of a chunk. */
export function digestOf(rows: readonly string[]): string {
  return createHash('sha256')
    .update([...rows].sort().join('\n'))
    .digest('hex');
}
