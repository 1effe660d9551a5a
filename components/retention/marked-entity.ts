import type { MarkedAnswer } from '#lib/retention/rules/marked-answer.ts';

/** What a marked entity is called on a screen: its name, or else the sender's identifier. */
export function nameOf(row: MarkedAnswer): string {
  if (row.name !== null) return row.name;
  if (row.kind === 'accounts') return row.account;
  return row.kind === 'users' ? row.user : row.object;
}

/** How many are purged, and revived, with it. */
export function alongOf(row: MarkedAnswer): number {
  if (row.kind !== 'accounts') return 0;
  const { users, objects, sub_accounts } = row.goes_along;
  return users + objects + sub_accounts;
}
