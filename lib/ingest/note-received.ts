import { machineNow } from '#db/client.ts';
import { noteHour, noteReasons } from '#db/note-received.ts';
import type { Scene } from '#lib/command.ts';
import { type IngestSource, type Refusal, reasonsOf } from './rules/received.ts';

type Received = { source: IngestSource; received: number; repeated: number; redated: number; refusals: readonly Refusal[] };

/** Counts what a request brought, in its own transaction, for ingest health: the last rows that it locks before the audit trail. */
export async function noteReceived({ tx, workspaceId }: Scene, { source, received, repeated, redated, refusals }: Received): Promise<void> {
  const at = machineNow();
  const unattributed = refusals.filter(({ kind }) => kind === 'unattributed').length;
  const refused = refusals.length - unattributed;
  const accepted = received - repeated - refusals.length;
  await noteReasons(tx, { workspaceId, source, at, reasons: reasonsOf(refusals) });
  await noteHour(tx, { workspaceId, source, at, counts: { received, accepted, refused, unattributed, repeated, redated } });
}
