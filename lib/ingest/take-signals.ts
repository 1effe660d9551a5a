import { TryAgain } from '#db/try-again.ts';
import type { AuditNote } from '#lib/audit/rules/chain.ts';
import type { Scene } from '#lib/command.ts';
import { newId } from '#lib/ids.ts';
import type { FieldError } from '#lib/rules/read-by-schema.ts';
import { findForSignals } from './find-for-signals.ts';
import { planSignals } from './rules/plan-signals.ts';
import { addRevived, nothingRevived, revivedNotes } from './rules/revived.ts';
import type { Numbered } from './rules/signal.ts';
import { writePlan } from './write-plan.ts';

/** `rejected` in the order of the signals; `notes` say what came back by them (R12, R16). */
export type Taken = { rejected: { index: number; errors: FieldError[] }[]; notes: AuditNote[] };

/** R1, R2. Stores what signals tell, as if they came one by one at one instant. Those of one event follow one another and share its `index`:
 *  they are taken or refused together. */
export async function takeSignals(scene: Scene, numbered: readonly Numbered[]): Promise<Taken> {
  const rejected: Taken['rejected'] = [];
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
  return { rejected, notes: revivedNotes(revived) };
}
