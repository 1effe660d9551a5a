import { z } from 'zod';
import { command } from '#lib/command.ts';
import type { FieldError } from '#lib/rules/read-by-schema.ts';
import { noteReceived } from './note-received.ts';
import { fieldsOf } from './rules/client-fields.ts';
import { countRedated } from './rules/dating.ts';
import type { Refusal } from './rules/received.ts';
import { MAX_SIGNALS, type Numbered, readSignal } from './rules/signal.ts';
import { takeSignals } from './take-signals.ts';

const LIST = `Send a list of 1 to ${MAX_SIGNALS} signals.`;
/** `rejected` in the order of `index`, the place in the list; paths are those inside the signal. */
export type RecordedSignals = { accepted: number; rejected: { index: number; errors: FieldError[] }[] };

/** R1, R2. Takes what programs tell: makes and updates accounts, users and objects, adds usage, touchpoints and tasks, and revives what was
 *  marked (R12), as if the signals came one by one at one instant. What is wrong with a signal is said in the answer and leaves the others
 *  alone; AppError `invalid` only where `signals` is no list of 1 to 5,000. */
export const recordSignals = command({
  name: 'signals.record',
  permission: 'workspace:admin',
  scope: 'ingest',
  input: z.object({ signals: z.array(z.unknown(), LIST).min(1, LIST).max(MAX_SIGNALS, LIST) }),
  async run(scene, { signals }) {
    const { numbered, rejected } = readAll(signals);
    const taken = await takeSignals(scene, numbered);
    for (const refusal of taken.rejected) rejected.push(refusal);
    rejected.sort((a, b) => a.index - b.index);
    const refusals = rejected.map(({ index, errors }) => refusalOf(signals[index], errors));
    await noteReceived(scene, {
      source: 'signals',
      received: signals.length,
      repeated: 0,
      redated: countRedated(numbered, rejected, scene.now),
      refusals,
    });
    return { result: { accepted: signals.length - rejected.length, rejected }, notes: taken.notes };
  },
});

function refusalOf(sent: unknown, errors: FieldError[]): Refusal {
  return { kind: 'refused', errors, sent, account: fieldsOf(sent)?.account };
}

function readAll(signals: readonly unknown[]): { numbered: Numbered[]; rejected: RecordedSignals['rejected'] } {
  const numbered: Numbered[] = [];
  const rejected: RecordedSignals['rejected'] = [];
  signals.forEach((sent, index) => {
    const signal = readSignal(sent);
    if (Array.isArray(signal)) rejected.push({ index, errors: signal });
    else numbered.push({ index, signal });
  });
  return { numbered, rejected };
}
