import { daysBetween, inactiveDays } from './days.ts';
import { daysOf, policyOf } from './policies.ts';
import {
  aboveOf,
  alongIn,
  couldExpire,
  everything,
  inMarks,
  isBetween,
  isDue,
  kind,
  kinds,
  liftedOf,
  lostCause,
  marksOf,
  notRun,
  ownInactivity,
  ownMarked,
  passedAsAccepted,
  refusedAt,
  runs,
  type Seen,
  unmarked,
  unmarkedAlone,
  waits,
  was,
  wasMark,
} from './seen.ts';
import { above, below, onHold } from './world.ts';

/** The hard situations of the rules, by the rule that decides them, and when a step is one. */
export const SITUATIONS: Record<string, (seen: Seen) => boolean> = {
  'R1 usage that names a user alone': ({ step, taken }) =>
    step.do === 'tell' && step.signals.some((s, i) => s.type === 'usage' && s.account === undefined && !refusedAt(taken, i)),
  'R1 usage of a user that nobody knows is refused': ({ step, taken }) =>
    step.do === 'tell' && step.signals.some((s, i) => s.type === 'usage' && s.account === undefined && refusedAt(taken, i)),
  'R1 a parent that closes a loop is refused': ({ step, taken }) =>
    step.do === 'tell' && step.signals.some((s, i) => s.type === 'account' && s.attributes?.parent != null && refusedAt(taken, i)),
  'R5 included: silent for long, counted from the save': (seen) => waits(seen, 'included'),
  'R6 late: silent for long, waits for an update': (seen) => waits(seen, 'late'),
  'R6 late: marked after an update': (seen) => marksOf(seen).some((e) => ownInactivity(e) && policyOf(seen.after, kind(e)).mode === 'late'),
  'R6 off and on again': ({ before, after, past }) =>
    kinds(after).some((k) => past.everOn.has(k) && daysOf(before, k) === null && daysOf(after, k) !== null),
  'R6 days changed while on': ({ before, after, step }) =>
    step.do === 'save' &&
    kinds(after).some((k) => daysOf(before, k) !== null && daysOf(after, k) !== null && daysOf(before, k) !== daysOf(after, k)),
  'R7 inherit switched while on': ({ before, after }) =>
    [...before.policies].some(
      ([k, { choice }]) =>
        (choice === 'inherit') !== (policyOf(after, k).choice === 'inherit') && daysOf(before, k) !== null && daysOf(after, k) !== null,
    ),
  'R7 a collection follows the account policy on or off': ({ before, after, step }) =>
    kinds(after).some(
      (k) => step.do === 'save' && !(k in step.save.choices) && (daysOf(before, k) === null) !== (daysOf(after, k) === null),
    ),
  'R7 defined under a late account policy, and marked without an update': (seen) =>
    marksOf(seen).some(
      (e) =>
        'account' in e && e.collection !== null && e.lastInformation === e.createdAt && policyOf(seen.after, 'accounts').mode === 'late',
    ),
  'R10 an active sub-account goes along': (seen) =>
    alongIn(seen).some((account) => (inactiveDays(account.lastInformation, account.mark?.on ?? '') ?? 0) === 0),
  'R10 through an older mark': (seen) =>
    alongIn(seen).some((account) =>
      above(account).some(({ mark, number }) => mark && mark.on !== account.mark?.on && isBetween(number, account)),
    ),
  'R10 two roots on one way': (seen) =>
    alongIn(seen).some((account) => above(account).some((a) => a.number !== account.mark?.root && ownMarked(seen).includes(a))),
  'R10 stopped at a hold': (seen) =>
    ownMarked(seen).some((root) => below(seen.after, root).some((account) => account.mark === null && onHold(seen.after, account))),
  'R10 moved after it went along': ({ before, after, step }) =>
    (step.do === 'edit' || step.do === 'tell') &&
    after.accounts.some(
      (a) => a.mark?.cause === 'parent' && was(before, a)?.mark != null && was(before, a)?.parent?.number !== a.parent?.number,
    ),
  'R10 purged with a root that it was moved away from': ({ before, taken }) =>
    runs(taken).some(({ purged }) =>
      purged.some((e) => !('account' in e) && e.mark?.cause === 'parent' && !aboveOf(before, e).some((a) => a.number === e.mark?.root)),
    ),
  'R10 a sub-account stays active below a standing mark': ({ after, taken }) =>
    taken.did.length > 0 && after.accounts.some((a) => a.mark === null && above(a).some(({ mark }) => mark?.cause === 'inactivity')),
  'R11 purged': ({ taken }) => runs(taken).some(({ purged }) => purged.length > 0),
  'R11 a user or object purged by a mark of its own': ({ after, taken }) =>
    runs(taken).some(({ purged }) => purged.some((e) => 'account' in e && after.accounts.includes(e.account))),
  'R11 made anew under the name of what was purged': ({ before, after, past }) =>
    after.accounts.some((a) => past.goneNames.has(a.name) && !was(before, a)),
  'R12 revived with what it took along': (seen) =>
    notRun(seen) && unmarked(seen).some((a) => unmarked(seen).some((other) => was(seen.before, other)?.mark?.root === a.number)),
  'R12 revived alone': (seen) => unmarkedAlone(seen).length > 0,
  'R12 revived alone, with more below it': (seen) =>
    unmarkedAlone(seen).some((a) => unmarkedAlone(seen).some((other) => aboveOf(seen.before, other).some((x) => x.number === a.number))),
  'R12 revived alone, through another mark': (seen) =>
    unmarkedAlone(seen).some((a) =>
      aboveOf(seen.before, a).some(
        (x) => was(seen.after, x)?.mark && aboveOf(seen.before, x).some((y) => unmarkedAlone(seen).some((u) => u.number === y.number)),
      ),
    ),
  'R12 a user or object revives its account': (seen) =>
    seen.step.do === 'tell' && seen.step.signals.some((s) => s.type !== 'account') && unmarked(seen).length > 0,
  'R12 a mark of its own stays when the account is revived': (seen) =>
    notRun(seen) && unmarked(seen).some((a) => seen.after.members.some((m) => m.account === a && m.mark && was(seen.before, m)?.mark)),
  'R12 a detached sub-account stays when its parent is purged': ({ before, taken, past, after }) =>
    runs(taken).some(({ purged }) =>
      purged.some(
        (e) =>
          !('account' in e) && after.accounts.some((a) => past.revivedAlone.has(a.number) && was(before, a)?.parent?.number === e.number),
      ),
    ),
  "R12 a person's revive of a user or object revives its account": (seen) =>
    seen.step.do === 'revive' && seen.step.references.some(({ member }) => member !== undefined) && unmarked(seen).length > 0,
  'R12 what a filter finds is revived': ({ step, taken }) =>
    step.do === 'revive-found' && (taken.answer as { revived: number }).revived > 0,
  'R13 expired': (seen) => marksOf(seen).some((e) => e.mark?.cause === 'expiry'),
  'R13 expired, its sub-accounts stay': (seen) =>
    marksOf(seen).some((e) => e.mark?.cause === 'expiry' && seen.after.accounts.some((a) => a.parent === e && a.mark === null)),
  'R13 overruled: silent for long, an account policy is on': ({ after, taken }) =>
    taken.did.length > 0 &&
    daysOf(after, 'accounts') !== null &&
    after.accounts.some((a) => a.mark === null && couldExpire(after, a, taken)),
  'R14 lifted: the cause is gone': (seen) => liftedOf(seen).some((e) => lostCause(seen, e)),
  'R14 lifted with what went along': (seen) => liftedOf(seen).some((e) => wasMark(seen, e)?.cause === 'parent'),
  'R14 marked anew in the run that lifted it': (seen) =>
    runs(seen.taken).some(({ lifted, marks }) => [...lifted.keys()].some((e) => inMarks(marks, e))),
  'R14 lifted, and goes along anew': (seen) =>
    runs(seen.taken).some(({ lifted, marks }) => [...lifted.keys()].some((e) => inMarks(marks, e) && e.mark?.cause === 'parent')),
  'R14 a user or object lifted below a marked account': (seen) =>
    runs(seen.taken).some(({ lifted }) => [...lifted.keys()].some((e) => 'account' in e && e.account.mark)),
  'R14 an edited status takes an expiry mark': (seen) =>
    seen.step.do === 'edit' && unmarked(seen).some((a) => was(seen.before, a)?.mark?.cause === 'expiry'),
  'R15 a hold on what went along releases it': (seen) =>
    liftedOf(seen).some((e) => wasMark(seen, e)?.cause === 'parent' && onHold(seen.after, e)),
  'R15 a hold on a user or object lifts the account': (seen) =>
    liftedOf(seen).some((e) => !('account' in e) && e.hold === null && onHold(seen.after, e)),
  'R15 a hold ends by its day': ({ taken }) => runs(taken).some(({ ended }) => ended.length > 0),
  'R15 kept by a hold': ({ after, taken }) =>
    taken.did.length > 0 && everything(after).some((e) => onHold(after, e) && e.mark === null && isDue(after, e, taken)),
  'R15 a hold on an account keeps its users and objects': ({ after, taken }) =>
    taken.did.length > 0 && after.members.some((m) => m.account.hold && m.hold === null && m.mark === null && isDue(after, m, taken)),
  'R16 archived and marked': (seen) => marksOf(seen).some((e) => !('account' in e) && e.archived),
  'R16 information for an archived account is refused': ({ before, step, taken }) =>
    step.do === 'tell' &&
    step.signals.some((s, i) => refusedAt(taken, i) && before.accounts.some((a) => a.archived && a.name === s.account)),
  'R16 information restores': ({ before, after, step }) =>
    step.do === 'tell' && after.accounts.some((a) => !a.archived && was(before, a)?.archived),
  'R16 restored from a mark': (seen) => seen.step.do === 'restore' && unmarked(seen).length > 0,
  'R16 revived and left archived': (seen) => seen.step.do.startsWith('revive') && unmarked(seen).some((a) => a.archived),
  'R16 deleted at once: what it took along is lifted': (seen) => seen.step.do === 'delete' && unmarked(seen).length > 0,
  'R16 deleted at once: what went along itself, with more below it': ({ before, after, step }) =>
    step.do === 'delete' &&
    before.accounts.some(
      (a) => !was(after, a) && a.mark?.cause === 'parent' && below(before, a).some(({ mark }) => mark?.root === a.mark?.root),
    ),
  'R16 deletion refused by a hold': ({ before, step, taken }) =>
    step.do === 'delete' && taken.answer === 'conflict' && before.accounts.some((a) => a.name === step.account && a.archived),
  'R28 missed days': ({ before, taken }) =>
    runs(taken).some(({ run }) => before.runs.length > 0 && daysBetween(before.runs.at(-1)?.day ?? '', run.day) > 1),
  'R28 a day already run does nothing': ({ step, taken }) => step.do === 'run' && taken.answer === 'already',
  'R28 cut off and gone on with': ({ step, taken }) =>
    step.do === 'run' &&
    step.chunkRows < 4 &&
    runs(taken).some(({ run }) => Object.keys({ ...run.marked, ...run.lifted, ...run.purged }).length > 1),
  'R29 the breaker trips': ({ taken }) => runs(taken).some(({ run }) => run.waiting.length > 0),
  'R29 the breaker trips for one kind and not for another': ({ taken }) =>
    runs(taken).some(({ run }) => run.waiting.length > 0 && Object.keys(run.marked).length > 0),
  'R29 what was accepted passes': ({ after, taken }) => runs(taken).some((did) => passedAsAccepted(after, did)),
  'R29 allowed': ({ taken }) => taken.allowed !== undefined && taken.allowed.accounts.size + taken.allowed.members.length > 0,
  'R29 refused': ({ step, taken }) => step.do === 'answer' && step.said === 'refused' && taken.answer === 'done',
  'R29 refused: nothing is marked': ({ after, taken }) =>
    taken.did.length > 0 && everything(after).some((e) => e.mark === null && policyOf(after, kind(e)).refused && isDue(after, e, taken)),
  'R29 refused, and another kind is saved': ({ before, after, step }) =>
    step.do === 'save' && [...before.policies].some(([k, { refused }]) => refused && policyOf(after, k).refused),
  'R29 superseded': ({ before, after }) =>
    before.runs.some(({ waiting }, i) => waiting.some((w, j) => w.answer === null && after.runs[i]?.waiting[j]?.answer === 'superseded')),
  'R29 marking paused': ({ after, taken }) =>
    taken.did.length > 0 &&
    after.paused.marking &&
    everything(after).some((e) => e.mark === null && !onHold(after, e) && isDue(after, e, taken)),
  'R29 purging paused': ({ after, taken }) =>
    runs(taken).some(
      ({ run }) => after.paused.purging && everything(after).some(({ mark }) => mark && daysBetween(mark.on, run.day) >= 30),
    ),
};
