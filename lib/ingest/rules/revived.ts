import { type AuditNote, digestOf } from '#lib/audit/rules/chain.ts';
import type { SignalPlan } from './plan.ts';

/** What a request brought back, as entities are written elsewhere: `acme`, `acme/ann`, `deals/acme/7`, each part percent-encoded. */
export type Revived = Record<'accounts' | 'users' | 'objects' | 'restored', string[]>;

export function nothingRevived(): Revived {
  return { accounts: [], users: [], objects: [], restored: [] };
}

/** Adds what a plan revived, `accounts` being those whose mark was taken away with it. */
export function addRevived(revived: Revived, plan: SignalPlan, accounts: readonly string[]): void {
  for (const account of accounts) revived.accounts.push(entity(account));
  for (const user of plan.users.values()) if (user.wasMarked) revived.users.push(entity(user.account, user.member));
  for (const object of plan.objects.values()) {
    if (object.wasMarked) revived.objects.push(entity(object.collection, object.account, object.member));
  }
  for (const account of plan.restored) revived.restored.push(entity(account));
}

/** R30. What the trail says of it: one entry for all that was revived, and one for the archived accounts that came back. */
export function revivedNotes({ accounts, users, objects, restored }: Revived): AuditNote[] {
  const notes: AuditNote[] = [];
  if (accounts.length + users.length + objects.length > 0) {
    const digest = digestOf([...kind('accounts', accounts), ...kind('users', users), ...kind('objects', objects)]);
    const counts = { accounts: accounts.length, users: users.length, objects: objects.length };
    notes.push({ action: 'entities.revived', rule: 'R12', to: { by: 'information', ...counts, digest } });
  }
  if (restored.length > 0) {
    const digest = digestOf(kind('accounts', restored));
    notes.push({ action: 'entities.restored', rule: 'R16', to: { by: 'information', accounts: restored.length, digest } });
  }
  return notes;
}

function kind(name: string, entities: readonly string[]): string[] {
  return entities.map((e) => `${name}/${e}`);
}

function entity(...parts: string[]): string {
  return parts.map(encodeURIComponent).join('/');
}
