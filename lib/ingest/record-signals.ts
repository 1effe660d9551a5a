import { z } from 'zod';
import { TryAgain } from '#db/try-again.ts';
import { command } from '#lib/command.ts';
import { newId } from '#lib/ids.ts';
import { findForSignals } from './find-for-signals.ts';
import { planSignals } from './rules/plan-signals.ts';
import { addRevived, nothingRevived, revivedNotes } from './rules/revived.ts';
import { MAX_SIGNALS, type Numbered, readSignal, type SignalError } from './rules/signal.ts';
import { writePlan } from './write-plan.ts';

const LIST = `Send a list of 1 to ${MAX_SIGNALS} signals.`;
/** `rejected` in the order of `index`, the place in the list; paths are those inside the signal. */
export type RecordedSignals = { accepted: number; rejected: { index: number; errors: SignalError[] }[] };

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
    const revived = nothingRevived();
    for (let from = 0; from < numbered.length; ) {
      const found = await findForSignals(scene, numbered.slice(from));
      const plan = planSignals(numbered, from, found, { now: scene.now, newId });
      if (plan.movedRoots.size > 0 && found.parents === null) throw new TryAgain('an account was moved by somebody else meanwhile');
      const unmarked = await writePlan(scene, plan);
      addRevived(
        revived,
        plan,
        unmarked.map((u) => u.account),
      );
      for (const refusal of plan.rejected) rejected.push(refusal);
      from = plan.next;
    }
    rejected.sort((a, b) => a.index - b.index);
    return { result: { accepted: signals.length - rejected.length, rejected }, notes: revivedNotes(revived) };
  },
});

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
