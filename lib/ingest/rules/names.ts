import type { Numbered, Signal } from './signal.ts';

/** Everything that some signals name, by the sender's identifiers; of users and objects each once. */
export type Names = {
  accounts: Set<string>;
  /** The accounts placed below others, in order; null is top-level. */
  placed: { account: string; parent: string | null }[];
  users: Map<string, { account: string; user: string }>;
  objects: Map<string, { account: string; collection: string; object: string }>;
  /** Users named without their account. */
  lone: Set<string>;
};

export function namesIn(signals: readonly Numbered[]): Names {
  const names: Names = { accounts: new Set(), placed: [], users: new Map(), objects: new Map(), lone: new Set() };
  for (const { signal } of signals) {
    if (signal.account) noteNames(names, signal, signal.account);
    else if ((signal.type === 'usage' || signal.type === 'user') && signal.user) names.lone.add(signal.user);
  }
  return names;
}

function noteNames(names: Names, signal: Signal, account: string): void {
  names.accounts.add(account);
  if (signal.type === 'account' && signal.attributes.parent !== undefined) {
    const { parent } = signal.attributes;
    names.placed.push({ account, parent });
    if (parent !== null) names.accounts.add(parent);
  }
  if (signal.type === 'object') {
    const { collection, object } = signal;
    names.objects.set(`${account}\0${collection}\0${object}`, { account, collection, object });
  }
  for (const user of usersIn(signal)) names.users.set(`${account}\0${user}`, { account, user });
}

function usersIn(signal: Signal): readonly string[] {
  if (signal.type === 'touchpoint') return signal.users;
  return (signal.type === 'user' || signal.type === 'usage') && signal.user ? [signal.user] : [];
}
