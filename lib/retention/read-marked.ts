import type { Keyset } from '#db/entity-rows.ts';
import { goesAlong } from '#db/goes-along.ts';
import { readAccounts } from '#db/read-accounts.ts';
import { readMembers } from '#db/read-members.ts';
import type { Scene } from '#lib/command.ts';
import { ACCOUNT_KEYS, accountKey, type Direction, MEMBER_KEYS, memberKey } from '#lib/entities/rules/entity-order.ts';
import { dayOf } from '#lib/time.ts';
import { type MarkedAnswer, markedAccount, markedMember } from './rules/marked-answer.ts';
import type { MarkedSet } from './rules/marked-query.ts';

/** How marked entities can be ordered; only accounts have a value, others come by purge day then. */
export const MARKED_ORDERS = ['purge_day', 'name', 'value'] as const;
type MarkedOrder = (typeof MARKED_ORDERS)[number];

/** A marked entity, and its key in the list's order. */
type KeyedMark = { key: readonly string[]; answer: MarkedAnswer };

/** What a cursor holds in this order. */
export function markedKeys({ entity }: MarkedSet, order: MarkedOrder) {
  return entity === 'accounts' ? ACCOUNT_KEYS[order] : MEMBER_KEYS[memberOrder(order)];
}

/** A page of marked entities; what goes along is counted for its rows alone. */
export async function readMarked(
  { tx, workspaceId, now }: Pick<Scene, 'tx' | 'workspaceId' | 'now'>,
  { entity, filter }: MarkedSet,
  { order, direction, keyset }: { order: MarkedOrder; direction: Direction; keyset: Keyset },
): Promise<KeyedMark[]> {
  const today = dayOf(now);
  if (entity === 'accounts') {
    const rows = await readAccounts(tx, { workspaceId, filter, order, direction, keyset });
    const along = await goesAlong(tx, { workspaceId, ids: rows.map(({ id }) => id) });
    return rows.map((row) => ({ key: accountKey(order, row), answer: markedAccount(row, along.get(row.id), today) }));
  }
  const by = memberOrder(order);
  const rows = await readMembers(tx, { workspaceId, kind: entity, filter, order: by, direction, keyset });
  return rows.map((row) => ({ key: memberKey(by, row), answer: markedMember(row, today) }));
}

function memberOrder(order: MarkedOrder): 'purge_day' | 'name' {
  return order === 'name' ? 'name' : 'purge_day';
}
