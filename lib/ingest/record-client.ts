import { z } from 'zod';
import { claimMessages, releaseMessages } from '#db/client-messages.ts';
import { command, type Scene } from '#lib/command.ts';
import type { FieldError } from '#lib/rules/read-by-schema.ts';
import { instantOf, millisecondsOf } from '#lib/time.ts';
import { noteReceived } from './note-received.ts';
import { accountNamed, type ClientReceived, type ClientTold, clientErrors, readClientReceived } from './rules/client-received.ts';
import { countRedated } from './rules/dating.ts';
import { UNATTRIBUTED } from './rules/plan-signals.ts';
import { INGEST_SOURCES, type RefusalKind } from './rules/received.ts';
import { takeSignals } from './take-signals.ts';

type Refused = { index: number; kind: RefusalKind; errors: FieldError[] };

/** How long a message is remembered, by the workspace's clock. */
const REMEMBERED_MS = 24 * 3_600_000;

/** R1, R2. Takes what clients of others send, as `recordSignals` takes signals. What was taken in the last 24 hours under the same message
 *  identifier is not taken again: messages and what they tell are one transaction, so a process that dies leaves both or neither. */
export const recordClient = command({
  name: 'client.record',
  permission: 'workspace:admin',
  scope: 'ingest',
  input: z.object({ source: z.enum(INGEST_SOURCES), received: z.array(z.custom<ClientReceived>()) }),
  async run(scene, { source, received }) {
    const { told, refused } = readAll(scene, received);
    const fresh = await claimFresh(scene, told);
    const numbered = fresh.flatMap(({ index, signals }) => signals.map((signal) => ({ index, signal })));
    const { rejected, notes } = await takeSignals(scene, numbered);
    for (const { index, errors } of rejected) refused.push(refusedBy(received, index, errors));
    const keptOut = new Set(rejected.map(({ index }) => index));
    await releaseMessages(scene.tx, { workspaceId: scene.workspaceId, ids: messagesOf(fresh.filter(({ index }) => keptOut.has(index))) });
    const repeated = told.length - fresh.length;
    const unreadable = fresh.filter(({ index, redated }) => redated && !keptOut.has(index)).length;
    const redated = unreadable + countRedated(numbered, rejected, scene.now);
    const refusals = refused.map(({ index, ...refusal }) => ({ ...refusal, ...sampled(received[index]) }));
    await noteReceived(scene, { source, received: received.length, repeated, redated, refusals });
    return { result: { accepted: fresh.length - rejected.length, repeated, refused }, notes };
  },
});

type Indexed = ClientTold & { index: number };

function readAll({ workspace, ctx }: Scene, received: readonly ClientReceived[]): { told: Indexed[]; refused: Refused[] } {
  const told: Indexed[] = [];
  const refused: Refused[] = [];
  const keyMissing = workspace.pixelNeedsKey && ctx.actor.type !== 'key';
  received.forEach((one, index) => {
    const read = keyMissing && one.shape === 'hit' ? KEY_MISSING : readClientReceived(one, workspace);
    if (Array.isArray(read)) refused.push({ index, kind: 'refused', errors: read });
    else told.push({ ...read, index });
  });
  return { told, refused };
}

const KEY_MISSING: FieldError[] = [{ path: 'api-token', message: 'Send a key of this workspace: it takes no hit without one.' }];

/** What was not taken before, of each message the first. */
async function claimFresh({ tx, workspaceId, now }: Scene, told: readonly Indexed[]): Promise<Indexed[]> {
  const first = new Map<string, number>();
  for (const { message, index } of told) if (message !== null && !first.has(message)) first.set(message, index);
  const lapsed = instantOf(millisecondsOf(now) - REMEMBERED_MS);
  const free = await claimMessages(tx, { workspaceId, ids: [...first.keys()], at: now, lapsed });
  return told.filter(({ message, index }) => message === null || (free.has(message) && first.get(message) === index));
}

const messagesOf = (told: readonly Indexed[]) => told.flatMap(({ message }) => message ?? []);

function refusedBy(received: readonly ClientReceived[], index: number, errors: readonly FieldError[]): Refused {
  const one = received[index];
  const kind = errors[0] === UNATTRIBUTED ? 'unattributed' : 'refused';
  return { index, kind, errors: one ? clientErrors(one, errors) : [...errors] };
}

function sampled(one: ClientReceived | undefined) {
  return { sent: one?.sent, account: one && accountNamed(one) };
}
