import { UNKNOWN_STATUS } from '#lib/retention/rules/lifecycle.ts';
import { type FoundMember, objectKey, userKey } from './found.ts';
import type { AccountDraft, ObjectDraft, SignalPlan, SignalType, UserDraft } from './plan.ts';

/** The account that information came for: what revives it and restores it is noted the first time (R12, R16). */
export function hearOfAccount(plan: SignalPlan, account: string, type: SignalType): AccountDraft {
  const known = plan.accounts.get(account);
  if (known) return Object.assign(known, { type });
  const found = plan.found.accounts.get(account);
  if (found?.cause) plan.marked.push(found.id);
  if (found?.archived) plan.restored.push(account);
  return makeAccount(plan, account, type);
}

/** An account as it stands, or a new one. */
export function makeAccount(plan: SignalPlan, account: string, type: SignalType): AccountDraft {
  const found = plan.found.accounts.get(account);
  const { name, contractStatus, contractValue, parentId } = found ?? UNTOLD;
  const id = found?.id ?? plan.newId();
  const draft = { id, isNew: !found, type, account, name, contractStatus, contractValue, parentId, own: new Map() };
  plan.accounts.set(account, draft);
  return draft;
}

/** A user that a signal names together with its account, or that its usage alone names. */
export function hearOfUser(plan: SignalPlan, account: AccountDraft, user: string, type: SignalType): UserDraft {
  const key = userKey(account.id, user);
  const known = plan.users.get(key);
  if (known) return Object.assign(known, { type });
  const found = plan.found.users.get(key);
  const { namedAt, namedOrder } = found ?? { namedAt: plan.now, namedOrder: 0 };
  const draft = { ...makeMember(plan, account, user, type, found), namedAt, namedOrder };
  plan.users.set(key, draft);
  return draft;
}

type InCollection = { collectionId: string; collection: string };

export function hearOfObject(
  plan: SignalPlan,
  account: AccountDraft,
  { collectionId, collection }: InCollection,
  object: string,
): ObjectDraft {
  const key = objectKey(account.id, collectionId, object);
  const known = plan.objects.get(key);
  if (known) return known;
  const draft = { ...makeMember(plan, account, object, 'object', plan.found.objects.get(key)), collectionId, collection };
  plan.objects.set(key, draft);
  return draft;
}

const UNTOLD = { name: null, contractStatus: UNKNOWN_STATUS, contractValue: null, parentId: null };

function makeMember(
  plan: SignalPlan,
  { id: accountId, account }: AccountDraft,
  member: string,
  type: SignalType,
  found: FoundMember | undefined,
) {
  return {
    id: found?.id ?? plan.newId(),
    isNew: !found,
    wasMarked: found?.marked ?? false,
    type,
    accountId,
    account,
    member,
    name: found?.name ?? null,
    own: new Map<string, string | null>(),
  };
}
