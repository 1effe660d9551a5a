import type { FieldError } from '#lib/rules/read-by-schema.ts';
import { dayOf, type Instant } from '#lib/time.ts';
import { type Attributes, NO_ATTRIBUTES } from './attributes.ts';
import { happenedAt } from './dating.ts';
import { hearOfAccount, hearOfObject, hearOfUser } from './drafts.ts';
import { type Found, userKey } from './found.ts';
import { closesLoop, place, waitsForMoves } from './parents.ts';
import { type AccountDraft, emptyPlan, type SignalPlan, type UserDraft } from './plan.ts';
import type { Numbered, Signal } from './signal.ts';

type Clock = { now: Instant; newId: () => string };

/** Works out what `signals`, from the `from`th on, come to if they are applied one by one in this order. Ends before the first that must see
 *  the ones before it written; `next` is its place. */
export function planSignals(
  signals: readonly Numbered[],
  from: number,
  found: Found,
  { now, newId }: Clock,
): SignalPlan & { next: number } {
  const plan = emptyPlan(found, now, newId);
  let next = from;
  for (; next < signals.length; next++) {
    const { index, signal } = signals[next] as Numbered;
    // What one event tells in several signals is refused with the first of them.
    if (plan.rejected.at(-1)?.index === index) continue;
    const account = signal.account ?? (signal.type === 'usage' || signal.type === 'user' ? accountOf(plan, signal.user) : null);
    const refusal = refusalOf(plan, signal, account);
    if (account === null || refusal !== null) {
      plan.rejected.push({ index, errors: [refusal ?? UNATTRIBUTED] });
      continue;
    }
    if (waitsForMoves(plan, account)) break;
    apply(plan, signal, hearOfAccount(plan, account, signal.type), found.firstOrder + index);
  }
  return { ...plan, next };
}

/** Says that no account is known of the user. */
export const UNATTRIBUTED: FieldError = {
  path: 'account',
  message: 'Send the account, or a user that was named together with one before.',
};

/** R1. The account of a user that is named alone, while both still stand. */
function accountOf(plan: SignalPlan, user: string | null | undefined): string | null {
  if (!user) return null;
  const seen = plan.seen.get(user);
  if (seen !== undefined) return seen;
  const last = plan.found.lastSeen.get(user);
  const account = last === undefined ? undefined : plan.found.accounts.get(last);
  return last !== undefined && account && plan.found.users.has(userKey(account.id, user)) ? last : null;
}

function refusalOf(plan: SignalPlan, signal: Signal, account: string | null): FieldError | null {
  if (account === null) return UNATTRIBUTED;
  if (plan.found.archivedBlocks && plan.found.accounts.get(account)?.archived)
    return { path: 'account', message: 'This account is archived. Restore it first, or let information restore archived accounts.' };
  if (signal.type === 'object' && !plan.found.collections.has(signal.collection))
    return { path: 'collection', message: 'There is no such collection. Define it first.' };
  if (signal.type === 'account' && signal.attributes.parent && closesLoop(plan, signal.account, signal.attributes.parent))
    return { path: 'attributes.parent', message: 'This would close a loop: the account would stand above itself.' };
  return null;
}

function apply(plan: SignalPlan, signal: Signal, account: AccountDraft, order: number): void {
  const at = happenedAt(signal.timestamp, plan.now);
  const named = (user: string) => nameUser(plan, hearOfUser(plan, account, user, signal.type), order);
  switch (signal.type) {
    case 'account':
      tell(account, signal.attributes);
      tellAccount(plan, account, signal.attributes);
      return;
    case 'user':
      tell(signal.account ? named(signal.user) : hearOfUser(plan, account, signal.user, signal.type), signal.attributes);
      return;
    case 'object': {
      const collectionId = plan.found.collections.get(signal.collection) ?? '';
      tell(hearOfObject(plan, account, { collectionId, collection: signal.collection }, signal.object), signal.attributes);
      return;
    }
    case 'usage': {
      const user = signal.user && (signal.account ? named(signal.user) : hearOfUser(plan, account, signal.user, signal.type));
      addUsage(plan, { accountId: account.id, userId: user ? user.id : null, day: dayOf(at), ...signal });
      return;
    }
    case 'touchpoint': {
      const userIds = signal.users.map((user) => named(user).id);
      const { subject, content } = signal;
      plan.touchpoints.push({ id: plan.newId(), accountId: account.id, userIds, subject, content, own: ownDetails(signal), at });
      return;
    }
    case 'task':
      noteTask(plan, account.id, signal, at);
  }
}

function nameUser(plan: SignalPlan, user: UserDraft, order: number): UserDraft {
  plan.seen.set(user.member, user.account);
  return Object.assign(user, { namedAt: plan.now, namedOrder: order });
}

function tell(entity: Pick<AccountDraft, 'name' | 'own'>, attributes: Attributes): void {
  if (attributes.name !== undefined) entity.name = attributes.name;
  for (const [name, value] of attributes.own) entity.own.set(name, value);
}

function tellAccount(plan: SignalPlan, account: AccountDraft, { contractStatus, contractValue, parent }: Attributes): void {
  if (contractStatus !== undefined) account.contractStatus = contractStatus;
  if (contractValue !== undefined) account.contractValue = contractValue;
  if (parent !== undefined) place(plan, account, parent);
}

type Used = { accountId: string; userId: string | null; day: string; module: string; activity: string; count: number };

function addUsage(plan: SignalPlan, { accountId, userId, day, module, activity, count }: Used): void {
  const key = [accountId, userId, day, module, activity].join('\0');
  const sum = plan.usage.get(key);
  if (sum) sum.count += count;
  else plan.usage.set(key, { accountId, userId, day, module, activity, count });
}

function noteTask(plan: SignalPlan, accountId: string, signal: Extract<Signal, { type: 'task' }>, at: Instant): void {
  const { task, status } = signal;
  const key = accountId + task;
  const before = plan.tasks.get(key);
  const completedAt = status === 'completed' ? at : null;
  plan.tasks.set(key, {
    accountId,
    task,
    title: signal.title ?? before?.title ?? null,
    status,
    own: new Map([...(before?.own ?? []), ...ownDetails(signal)]),
    createdAt: before?.createdAt ?? at,
    completedAt,
  });
}

function ownDetails(signal: Extract<Signal, { type: 'touchpoint' | 'task' }>): Attributes['own'] {
  return 'details' in signal ? signal.details.own : NO_ATTRIBUTES.own;
}
