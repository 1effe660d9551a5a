import { own } from '#lib/retention/rules/own.ts';
import { count, formatNumber } from '@/components/ui/format.ts';

/** What a kind is called on a screen: a collection by its own name. */
export function kindName(kind: string): string {
  return own(NAMES, kind) ?? kind.charAt(0).toUpperCase() + kind.slice(1);
}

/** "1 account", "1,204 users", "3 opportunities": the word for so many of a kind, within a sentence. */
export function kindWord(kind: string, n: number): string {
  const [one, many] = own(WORDS, kind) ?? [singular(kind), kind];
  return n === 1 ? one : many;
}

/** "3 accounts"; of those of which not all are shown, "20 examples of 41 users". */
export function shownOf({ kind, n, shown }: { kind: string; n: number; shown: number }): string {
  return `${shown < n ? `${count(shown, 'example')} of ` : ''}${formatNumber(n)} ${kindWord(kind, n)}`;
}

/** The order in which people see kinds: accounts, users, collections by name, free accounts. */
export function byKind(a: string, b: string): number {
  return placeOf(a) - placeOf(b) || (a < b ? -1 : 1);
}

const placeOf = (kind: string) => ['accounts', 'users', Object.hasOwn(NAMES, kind) ? '' : kind, 'free_accounts'].indexOf(kind);

/** Of a collection, as far as its name is an English plural. */
function singular(name: string): string {
  return name.endsWith('ies') ? `${name.slice(0, -3)}y` : name.replace(/([^s])s$/, '$1');
}

const NAMES: Record<string, string> = { accounts: 'Accounts', users: 'Users', free_accounts: 'Free accounts' };
const WORDS: Record<string, [string, string]> = {
  accounts: ['account', 'accounts'],
  users: ['user', 'users'],
  free_accounts: ['free account', 'free accounts'],
};
