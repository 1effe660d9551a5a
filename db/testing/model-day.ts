import type { MarkCause } from '#lib/retention/rules/lifecycle.ts';
import { addDays, type Day, dayOf, daysBetween, type Instant } from '#lib/time.ts';

/** A workspace as the rules speak of it, and its day worked by hand, entity by entity. Against it the engine's statements are held. */
export type Model = { accounts: Map<string, ModelAccount>; members: Map<string, ModelMember> };
type ModelEntity = {
  id: string;
  name: string;
  created: Instant;
  last: Instant;
  markedOn: Day | null;
  cause: MarkCause | null;
  /** On hold itself, and the last day of it. */
  hold: { until: Day | null } | null;
};
export type ModelAccount = ModelEntity & { parent: string | null; root: string | null; status: string; archived: boolean };
/** A user, or with a collection an object. */
export type ModelMember = ModelEntity & { account: string; collection: string | null };
export type ModelPolicy = { days: number; mode: 'included' | 'late' | 'expiry'; since: Instant } | null;
/** What was done to whom, as a run lists it: `marked accounts acme`, `lifted deals acme/d1`. */
export type Effects = string[];

/** R15. Whether a hold covers an account: its own, or one on a user or object of it. */
export function isKept(model: Model, account: ModelAccount): boolean {
  return account.hold !== null || [...model.members.values()].some((m) => m.account === account.id && m.hold !== null);
}

/** R3, R5, R6, R9. */
function isDue({ last, created }: ModelEntity, policy: ModelPolicy, day: Day): boolean {
  if (policy === null) return false;
  const { days, mode, since } = policy;
  if (mode === 'late' && !(last > since && last > created)) return false;
  const counting = mode === 'included' && since > last ? since : last;
  return daysBetween(dayOf(counting), day) - 1 >= days;
}

const EXPIRING = ['free', 'unknown'];
const kindOfMember = (m: ModelMember) => m.collection ?? 'users';

/** R15, R28. */
export function endHolds(model: Model, day: Day): Effects {
  const ended = [...model.accounts.values(), ...model.members.values()].filter((e) => e.hold?.until && e.hold.until < day);
  for (const entity of ended) entity.hold = null;
  return ended.map((e) => said(model, 'unheld', e));
}

/** R14. With `among: 'held'` only what is on hold can have lost its cause. */
export function liftAccounts(model: Model, cause: 'inactivity' | 'expiry', policy: ModelPolicy, day: Day, among: 'all' | 'held'): Effects {
  const released = [...model.accounts.values()].filter((a) => {
    if (a.cause !== cause) return false;
    const stands = isDue(a, policy, day) && (cause === 'inactivity' || EXPIRING.includes(a.status));
    return isKept(model, a) || (among === 'all' && !stands);
  });
  const along = [...model.accounts.values()].filter((a) => a.root !== null && released.some((r) => r.id === a.root));
  return [...along, ...released].map((a) => unmark(model, a));
}

/** R14. */
export function liftAlong(model: Model): Effects {
  const held = [...model.accounts.values()].filter((a) => a.cause === 'parent' && isKept(model, a));
  const freed = [...model.accounts.values()].filter((a) =>
    held.some((h) => a.cause === 'parent' && a.root === h.root && [a, ...above(model, a)].some((u) => u.id === h.id)),
  );
  return freed.map((a) => unmark(model, a));
}

/** R14, R15. */
export function liftMembers(model: Model, kind: string, policy: ModelPolicy, day: Day, among: 'all' | 'held'): Effects {
  const released = membersOf(model, kind).filter((m) => {
    if (m.markedOn === null) return false;
    const held = m.hold !== null || accountOf(model, m).hold !== null;
    return held || (among === 'all' && !isDue(m, policy, day));
  });
  return released.map((m) => unmark(model, m));
}

/** R11, R15. `own` marks first; what went along follows where its root is gone. */
export function purgeAccounts(model: Model, marks: 'own' | 'along', day: Day): Effects {
  const over = [...model.accounts.values()].filter((a) => {
    if (a.markedOn === null || addDays(a.markedOn, 30) > day || isKept(model, a)) return false;
    return marks === 'own' ? a.cause !== 'parent' : a.cause === 'parent' && !model.accounts.has(a.root ?? '');
  });
  const gone = new Set(over.map((a) => a.id));
  const theirs = [...model.members.values()].filter((m) => gone.has(m.account));
  const effects = [...theirs, ...over].map((e) => said(model, 'purged', e));
  for (const { id } of theirs) model.members.delete(id);
  for (const { id } of over) model.accounts.delete(id);
  for (const a of model.accounts.values()) if (a.parent !== null && gone.has(a.parent)) a.parent = null;
  return effects;
}

/** R11, R15. */
export function purgeMembers(model: Model, kind: string, day: Day): Effects {
  const over = membersOf(model, kind).filter(
    (m) => m.markedOn !== null && addDays(m.markedOn, 30) <= day && m.hold === null && accountOf(model, m).hold === null,
  );
  const effects = over.map((m) => said(model, 'purged', m));
  for (const { id } of over) model.members.delete(id);
  return effects;
}

/** R9, R13, R15. */
export function markAccounts(model: Model, cause: 'inactivity' | 'expiry', policy: ModelPolicy, day: Day): Effects {
  const due = [...model.accounts.values()].filter(
    (a) => a.markedOn === null && !isKept(model, a) && isDue(a, policy, day) && (cause === 'inactivity' || EXPIRING.includes(a.status)),
  );
  return due.map((a) => mark(model, a, day, cause));
}

/** R10. Seen from below: who has an account above that was marked today, with nothing between that stays. */
export function cascade(model: Model, day: Day, heardUntil: Instant): Effects {
  const isRoot = (a: ModelAccount) => a.markedOn === day && a.cause === 'inactivity';
  const stays = (a: ModelAccount) => isKept(model, a) || a.last > heardUntil;
  const taken: [ModelAccount, root: string][] = [];
  for (const a of model.accounts.values()) {
    if (a.markedOn !== null || stays(a)) continue;
    const nearest = above(model, a).find((u) => isRoot(u) || stays(u));
    if (nearest && isRoot(nearest)) taken.push([a, nearest.id]);
  }
  return taken.map(([a, root]) => {
    a.root = root;
    return mark(model, a, day, 'parent');
  });
}

/** R9, R15. */
export function markMembers(model: Model, kind: string, policy: ModelPolicy, day: Day): Effects {
  const due = membersOf(model, kind).filter((m) => {
    const account = accountOf(model, m);
    return m.markedOn === null && m.hold === null && account.hold === null && account.markedOn === null && isDue(m, policy, day);
  });
  return due.map((m) => mark(model, m, day, 'inactivity'));
}

function mark(model: Model, entity: ModelAccount | ModelMember, day: Day, cause: MarkCause): string {
  Object.assign(entity, { markedOn: day, cause });
  return said(model, 'marked', entity);
}

function unmark(model: Model, entity: ModelAccount | ModelMember): string {
  const effect = said(model, 'lifted', entity);
  Object.assign(entity, { markedOn: null, cause: null }, 'root' in entity ? { root: null } : {});
  return effect;
}

/** Marks and lifts of an expiry count under `free_accounts`, purges by what the entity is. */
function said(model: Model, effect: string, entity: ModelAccount | ModelMember): string {
  if ('account' in entity) return `${effect} ${kindOfMember(entity)} ${accountOf(model, entity).name}/${entity.name}`;
  const kind = entity.cause === 'expiry' && (effect === 'marked' || effect === 'lifted') ? 'free_accounts' : 'accounts';
  return `${effect} ${kind} ${entity.name}`;
}

function above(model: Model, { parent }: ModelAccount): ModelAccount[] {
  const next = parent === null ? undefined : model.accounts.get(parent);
  return next ? [next, ...above(model, next)] : [];
}

function membersOf(model: Model, kind: string): ModelMember[] {
  return [...model.members.values()].filter((m) => kindOfMember(m) === kind);
}

function accountOf(model: Model, { account }: ModelMember): ModelAccount {
  const found = model.accounts.get(account);
  if (!found) throw new Error('a member without its account');
  return found;
}
