import { z } from 'zod';
import { machineNow } from '#db/client.ts';
import { type IngestHour, ingestHoursSince, ingestReasonsSince } from '#db/ingest-health.ts';
import type { Context } from '#lib/context.ts';
import { instantOf, millisecondsOf } from '#lib/time.ts';
import { view } from '#lib/view.ts';
import { HEALTH_KEPT_MS, INGEST_SOURCES } from './rules/received.ts';

const Instant = z.string().describe('An instant in UTC, by the clock of the machine.');
const Counts = {
  received: z.number(),
  accepted: z.number(),
  refused: z.number(),
  unattributed: z.number().describe('No account was known of the user.'),
  repeated: z.number().describe('Sent again, with the identifier of a message that was taken.'),
  redated: z.number().describe('Of the accepted: dated by receipt, because its own timestamp could not be believed.'),
};
const Source = z.enum(INGEST_SOURCES);

export const IngestHealth = z.object({
  from: Instant,
  to: Instant,
  totals: z.object(Counts),
  hours: z.array(z.object({ hour: Instant, ...Counts })).describe('The earliest first; an hour in which nothing came is left out.'),
  sources: z.array(z.object({ source: Source, last_at: Instant, ...Counts })).describe('The latest first.'),
  reasons: z
    .array(
      z.object({
        kind: z.enum(['refused', 'unattributed']),
        path: z.string(),
        message: z.string(),
        times: z.number(),
        last_at: Instant,
        source: Source,
        account: z.string().nullable().describe('Null also for a key that has only the scope `ingest`.'),
        sample: z.unknown().describe('The shape of the last one: names of fields, and what kind of value each held.'),
      }),
    )
    .describe('The latest first.'),
});
type Sum = z.infer<typeof IngestHealth>['totals'];

/** What came in the last seven days by the machine's clock, what became of it, and the last of each reason for which something was kept out. A key that can only send
 *  stands in public pages: to whoever bears it no account is named. */
export const ingestHealth = view({
  name: 'ingest.health',
  permission: 'workspace:admin',
  scope: ['ingest', 'read', 'admin'],
  input: z.object({}),
  async read({ tx, ctx, workspaceId }): Promise<z.infer<typeof IngestHealth>> {
    const to = machineNow();
    const from = instantOf(millisecondsOf(to) - HEALTH_KEPT_MS);
    const scope = { workspaceId, since: new Date(from) };
    const rows = await ingestHoursSince(tx, scope);
    const reasons = await ingestReasonsSince(tx, scope);
    const hours = Map.groupBy(rows, ({ hour }) => hour.toISOString());
    const sources = Map.groupBy(rows, ({ source }) => source);
    return {
      from,
      to,
      totals: sum(rows),
      hours: [...hours].map(([hour, ofHour]) => ({ hour, ...sum(ofHour) })),
      sources: [...sources].map(([source, ofSource]) => ({ source, last_at: latest(ofSource), ...sum(ofSource) })).sort(byLast),
      reasons: reasons.map(({ kind, path, message, times, lastAt, source, account, sample }) => {
        return { kind, path, message, times, last_at: lastAt.toISOString(), source, account: onlySends(ctx) ? null : account, sample };
      }),
    };
  },
});

function onlySends({ actor }: Context): boolean {
  return actor.type === 'key' && !actor.scopes.has('read') && !actor.scopes.has('admin');
}

function sum(rows: readonly IngestHour[]): Sum {
  const total: Sum = { received: 0, accepted: 0, refused: 0, unattributed: 0, repeated: 0, redated: 0 };
  for (const row of rows) for (const name of Object.keys(total) as (keyof Sum)[]) total[name] += row[name];
  return total;
}

function latest(rows: readonly IngestHour[]): string {
  return new Date(Math.max(...rows.map(({ lastAt }) => lastAt.getTime()))).toISOString();
}

const byLast = (a: { last_at: string }, b: { last_at: string }) => (a.last_at < b.last_at ? 1 : -1);
