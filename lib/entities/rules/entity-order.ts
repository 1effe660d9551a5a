import { z } from 'zod';
import { DaySchema } from '#lib/time.ts';
import type { AccountFacts, MemberFacts } from './entity-answer.ts';

export type Direction = 'asc' | 'desc';

/** How lists of accounts can be ordered; `account` is by the sender's identifier, which never changes. */
export type AccountOrder = keyof typeof ACCOUNT_KEYS;
/** Users by identifier, objects by collection and identifier, or either as a screen shows marked ones. */
export type MemberOrder = keyof typeof MEMBER_KEYS;

const byName = z.tuple([z.string(), z.uuid()]);
const byPurgeDay = z.tuple([DaySchema, z.uuid()]);

/** An account without a value comes before every other. */
const NO_VALUE = '-Infinity';
const numberText = z.string().refine((text) => text === NO_VALUE || (Number.isFinite(Number(text)) && String(Number(text)) === text));

/** What a cursor of each order holds: the key of a row, unique in its list. */
export const ACCOUNT_KEYS = {
  account: z.tuple([z.string()]),
  name: byName,
  purge_day: byPurgeDay,
  value: z.tuple([numberText, z.uuid()]),
};

export const MEMBER_KEYS = {
  user: z.tuple([z.string(), z.uuid()]),
  object: z.tuple([z.uuid(), z.string(), z.uuid()]),
  name: byName,
  purge_day: byPurgeDay,
};

export function accountKey(order: AccountOrder, { id, account, sortName, markedOn, contractValue }: AccountFacts): string[] {
  const keys: Record<AccountOrder, string[]> = {
    account: [account],
    name: [sortName, id],
    purge_day: [markedOn ?? '', id],
    value: [String(contractValue ?? NO_VALUE), id],
  };
  return keys[order];
}

export function memberKey(order: MemberOrder, { id, member, collectionId, sortName, markedOn }: MemberFacts): string[] {
  const keys: Record<MemberOrder, string[]> = {
    user: [member, id],
    object: [collectionId ?? '', member, id],
    name: [sortName, id],
    purge_day: [markedOn ?? '', id],
  };
  return keys[order];
}
