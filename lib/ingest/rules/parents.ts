import { makeAccount } from './drafts.ts';
import type { AccountDraft, SignalPlan } from './plan.ts';

/** Whether placing `account` below `parent` would make it stand above itself. */
export function closesLoop(plan: SignalPlan, account: string, parent: string): boolean {
  if (account === parent) return true;
  const below = plan.accounts.get(account) ?? plan.found.accounts.get(account);
  const above = idOf(plan, parent);
  if (!below || above === null || below.parentId === above) return false;
  // What is new and has nothing below it stands above nobody: an import in order walks no tree.
  if (!plan.found.accounts.has(account) && !plan.placedBelow.has(below.id)) return false;
  const walked = new Set<string>();
  for (let next: string | null = above; next !== null && !walked.has(next); next = parentOf(plan, next)) {
    if (next === below.id) return true;
    walked.add(next);
  }
  return false;
}

/** Places an account below the one that the sender calls `parent`; null makes it top-level.
 *  R1: a parent that is not known is made by it, for one that stands it counts for nothing. */
export function place(plan: SignalPlan, account: AccountDraft, parent: string | null): void {
  const above = parent === null ? null : (idOf(plan, parent) ?? makeAccount(plan, parent, 'account').id);
  if (above !== null) plan.placedBelow.add(above);
  if (account.parentId === above) return;
  account.parentId = above;
  plan.parents.set(account.id, above);
  if (!account.isNew) plan.movedRoots.add(plan.found.accounts.get(account.account)?.rootId ?? null);
}

/** R12. Whether the accounts that moved so far may have changed who stands below `account`, which went along with a root and is not yet
 *  revived: then these are written before it is. What went along with the same root was revived, with all below it, as it moved. */
export function waitsForMoves(plan: SignalPlan, account: string): boolean {
  const found = plan.found.accounts.get(account);
  if (found?.cause !== 'parent' || plan.accounts.has(account)) return false;
  return [...plan.movedRoots].some((root) => root !== found.rootId);
}

function idOf(plan: SignalPlan, account: string): string | null {
  return (plan.accounts.get(account) ?? plan.found.accounts.get(account))?.id ?? null;
}

function parentOf(plan: SignalPlan, id: string): string | null {
  return plan.parents.get(id) ?? (plan.parents.has(id) ? null : (plan.found.parents?.get(id) ?? null));
}
