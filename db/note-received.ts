import { sql } from 'drizzle-orm';
import type { IngestSource, Reason } from '#lib/ingest/rules/received.ts';
import type { Instant } from '#lib/time.ts';
import type { Tx } from './client.ts';
import { unnest } from './engine/unnest.ts';
import { ingestHours, ingestRefusals } from './schema/ingest.ts';

type Noted = { workspaceId: string; source: IngestSource /** By the machine's clock. */; at: Instant };
type HourCounts = Record<'received' | 'accepted' | 'refused' | 'unattributed' | 'repeated' | 'redated', number>;

/** Adds to what came in this hour. */
export async function noteHour(tx: Tx, { workspaceId, source, at, counts }: Noted & { counts: HourCounts }): Promise<void> {
  const { received, accepted, refused, unattributed, repeated, redated } = counts;
  await tx.execute(sql`
    insert into ${ingestHours} as t (workspace_id, hour, source, received, accepted, refused, unattributed, repeated, redated, last_at)
    values (${workspaceId}, ${`${at.slice(0, 13)}:00:00Z`}, ${source}, ${received}, ${accepted}, ${refused}, ${unattributed}, ${repeated}, ${redated}, ${at})
    on conflict (workspace_id, hour, source) do update set
      received = t.received + excluded.received, accepted = t.accepted + excluded.accepted, refused = t.refused + excluded.refused,
      unattributed = t.unattributed + excluded.unattributed, repeated = t.repeated + excluded.repeated, redated = t.redated + excluded.redated,
      last_at = greatest(t.last_at, excluded.last_at)`);
}

/** Notes why things were kept out; each of `reasons` is another, in the order in which everybody locks them. */
export async function noteReasons(tx: Tx, { workspaceId, source, at, reasons }: Noted & { reasons: readonly Reason[] }): Promise<void> {
  if (reasons.length === 0) return;
  await tx.execute(sql`
    insert into ${ingestRefusals} as t (workspace_id, kind, field, message, path, source, times, last_at, account, sample)
    select ${workspaceId}::uuid, r.kind, r.field, r.message, r.path, ${source}, r.times, ${at}::timestamptz, r.account, r.sample::jsonb
    from ${unnest(reasons, {
      kind: ['text', (r) => r.kind],
      field: ['text', (r) => r.field],
      message: ['text', (r) => r.message],
      path: ['text', (r) => r.path],
      times: ['integer', (r) => r.times],
      account: ['text', (r) => r.account],
      sample: ['text', (r) => JSON.stringify(r.sample)],
    })}
    on conflict (workspace_id, kind, field, message) do update set path = excluded.path, source = excluded.source,
      times = t.times + excluded.times, last_at = excluded.last_at, account = excluded.account, sample = excluded.sample`);
}
