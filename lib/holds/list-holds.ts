import { z } from 'zod';
import { type HoldRow, listHolds as readHolds } from '#db/list-holds.ts';
import { ENTITY_KINDS, referenceByPolicy, referenceText } from '#lib/entities/rules/entity-reference.ts';
import { decodeKey, PageInput, pageOf } from '#lib/page.ts';
import { view } from '#lib/view.ts';

const KEY = z.tuple([z.enum(ENTITY_KINDS), z.uuid()]);

/** R15. The holds that stand, with reason, end and who put them. */
export const listHolds = view({
  name: 'holds.list',
  permission: 'retention:view',
  scope: 'read',
  input: z.object(PageInput),
  async read({ tx, workspaceId }, { limit, cursor }) {
    const [kind, id] = cursor === undefined ? [] : decodeKey(cursor, KEY);
    const after = kind === undefined || id === undefined ? null : { kind, id };
    const rows = await readHolds(tx, { workspaceId, after, limit: limit + 1 });
    const { data, next_cursor } = pageOf(rows, limit, (row) => [row.kind, row.id]);
    return { data: data.map(holdOf), next_cursor };
  },
});

/** A hold as the HTTP interface says it, and the name of its account for screens. */
export function holdOf(row: HoldRow) {
  const { kind, reason, until, by, since, account, account_name } = row;
  return {
    kind,
    entity: referenceText(referenceByPolicy(row.collection ?? 'users', account, row.member)),
    reason,
    until,
    by,
    since,
    account,
    account_name,
  };
}
