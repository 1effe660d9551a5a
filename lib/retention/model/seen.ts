import type { Did } from './daily-process.ts';
import { inactiveDays } from './days.ts';
import { causeHolds } from './marks.ts';
import { daysOf, hasExpired, hasReached, policyOf } from './policies.ts';
import type { Step, Taken } from './steps.ts';
import { type Account, above, kindOf, type Member, onHold, type World } from './world.ts';

type Entity = Account | Member;
/** A step that was taken, with the world before it and after. */
export type Seen = { before: World; after: World; step: Step; taken: Taken; past: Past };
/** What an earlier step of the same history left to be noticed. */
export type Past = { everOn: Set<string>; revivedAlone: Set<number>; goneNames: Set<string> };

export const newPast = (): Past => ({ everOn: new Set(), revivedAlone: new Set(), goneNames: new Set() });

/** Remembers what later steps are judged by. */
export function remember({ before, after, past, step, taken }: Seen): void {
  for (const kind of kinds(after)) if (daysOf(after, kind) !== null) past.everOn.add(kind);
  for (const account of unmarkedAlone({ before, after, past, step, taken })) past.revivedAlone.add(account.number);
  for (const account of before.accounts) if (!was(after, account)) past.goneNames.add(account.name);
}

export const runs = (taken: Taken): Did[] => taken.did;
export const kinds = (world: World) => [...world.policies.keys()].filter((k) => k !== 'free_accounts');
export const everything = (world: World): Entity[] => [...world.accounts, ...world.members];
export const kind = (entity: Entity) =>
  'account' in entity ? kindOf(entity) : entity.mark?.cause === 'expiry' ? 'free_accounts' : 'accounts';
export const notRun = ({ step }: Seen) => ['tell', 'revive', 'revive-found', 'restore'].includes(step.do);
export const refusedAt = ({ answer }: Taken, index: number) => Array.isArray(answer) && answer.includes(index);
export const ownInactivity = ({ mark }: Entity) => mark?.cause === 'inactivity';

export function was<E extends Entity>(world: World, entity: E): E | undefined {
  return everything(world).find(({ number }) => number === entity.number) as E | undefined;
}

export function aboveOf(world: World, account: Account): Account[] {
  const found = was(world, account);
  return found ? above(found) : [];
}

export const wasMark = ({ before }: Seen, entity: Entity) => was(before, entity)?.mark;
export const marksOf = ({ taken }: Seen): Entity[] => runs(taken).flatMap(({ marks }) => [...marks.accounts.keys(), ...marks.members]);
export const liftedOf = ({ taken }: Seen): Entity[] => runs(taken).flatMap(({ lifted }) => [...lifted.keys()]);
export const inMarks = ({ accounts, members }: Did['marks'], entity: Entity) =>
  'account' in entity ? members.includes(entity) : accounts.has(entity);
export const alongIn = (seen: Seen) => marksOf(seen).filter((e): e is Account => e.mark?.cause === 'parent');
export const ownMarked = (seen: Seen) => marksOf(seen).filter((e): e is Account => !('account' in e) && ownInactivity(e));

export function isBetween(number: number, account: Account): boolean {
  const way = above(account).map((a) => a.number);
  return way.indexOf(number) < way.indexOf(account.mark?.root ?? -1);
}

export const unmarked = ({ before, after }: Seen) => after.accounts.filter((a) => a.mark === null && was(before, a)?.mark);

export function unmarkedAlone(seen: Seen): Account[] {
  const { after, before } = seen;
  return unmarked(seen).filter((a) => {
    const mark = was(before, a)?.mark;
    return mark?.cause === 'parent' && after.accounts.some((other) => other.number === mark.root && other.mark);
  });
}

export function waits({ after, taken }: Seen, mode: 'included' | 'late'): boolean {
  const day = taken.did.at(-1)?.run.day;
  return (
    day !== undefined &&
    everything(after).some((e) => {
      const k = 'account' in e ? kindOf(e) : 'accounts';
      const days = daysOf(after, k);
      const silent = days !== null && (inactiveDays(e.lastInformation, day) ?? -1) >= days;
      return silent && e.mark === null && policyOf(after, k).mode === mode && !hasReached(after, e, day);
    })
  );
}

export function isDue(world: World, entity: Entity, { did }: Taken): boolean {
  const day = did.at(-1)?.run.day;
  return day !== undefined && (hasReached(world, entity, day) || (!('account' in entity) && hasExpired(world, entity, day)));
}

export function couldExpire(world: World, account: Account, { did }: Taken): boolean {
  const [day, days] = [did.at(-1)?.run.day ?? '', daysOf(world, 'free_accounts')];
  return days !== null && ['free', 'unknown'].includes(account.status) && (inactiveDays(account.lastInformation, day) ?? -1) >= days;
}

export function lostCause(seen: Seen, entity: Entity): boolean {
  const mark = wasMark(seen, entity);
  return (
    mark != null &&
    mark.cause !== 'parent' &&
    !onHold(seen.after, entity) &&
    !causeHolds(seen.after, { ...entity, mark }, seen.taken.did[0]?.run.day ?? '')
  );
}

export function passedAsAccepted(world: World, { run }: Did): boolean {
  return Object.entries(run.marked).some(([k, marks]) => {
    const { floor, share } = world.breaker;
    return policyOf(world, k).accepted !== null && marks >= floor && marks * 100 > share * (everything(world).length + marks);
  });
}
