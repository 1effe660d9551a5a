import { type RevivedRow, reviveRows } from '#db/engine/revive-rows.ts';
import { type Unmarked, unmarkAccounts } from '#db/engine/unmark-accounts.ts';
import { accountIdsOf } from '#db/find-marked.ts';
import { type AuditNote, digestOf } from '#lib/audit/rules/chain.ts';
import type { Scene } from '#lib/command.ts';
import { type EntityKind, referenceText } from '#lib/entities/rules/entity-reference.ts';

/** What the trail and the jobs call it. */
export const REVIVE = 'entities.revive';

type RevivedChunk = { revived: RevivedRow[]; changed: number; notes: AuditNote[] };

/** R12. Revives entities, however they stand by now: each counts as information, that of a user or object for its account too, and an account brings back
 *  what it took along. Accounts come before their members, as everybody locks them. */
export async function reviveChunk(
  { tx, workspaceId, now }: Pick<Scene, 'tx' | 'workspaceId' | 'now'>,
  { kind, ids }: { kind: EntityKind; ids: readonly string[] },
): Promise<RevivedChunk> {
  const accountIds = await accountIdsOf(tx, { workspaceId, kind, ids });
  const unmarked = await unmarkAccounts(tx, { workspaceId, ids: accountIds });
  const informed = await reviveRows(tx, { workspaceId, kind: 'accounts', ids: accountIds, at: now });
  const revived = kind === 'accounts' ? informed : await reviveRows(tx, { workspaceId, kind, ids, at: now });
  return { revived, changed: revived.length, notes: revived.length === 0 ? [] : [noteOf(kind, revived, unmarked)] };
}

/** R30. One entry says what came back: accounts with what they had taken along, and the members that lost a mark of their own. */
function noteOf(kind: EntityKind, revived: readonly RevivedRow[], unmarked: readonly Unmarked[]): AuditNote {
  const accounts = unmarked.map(({ account }) => `accounts/${referenceText({ kind: 'accounts', account })}`);
  const members = kind === 'accounts' ? [] : revived.filter(({ wasMarked }) => wasMarked).map(({ entity }) => `${kind}/${entity}`);
  const counts = { accounts: accounts.length, ...(kind === 'accounts' ? {} : { [kind]: members.length }) };
  const only = revived.length === 1 ? revived[0]?.entity : undefined;
  return {
    action: 'entities.revived',
    rule: 'R12',
    ...(only === undefined ? {} : { entity: `${kind}/${only}` }),
    to: { by: 'person', ...counts, digest: digestOf([...accounts, ...members]) },
  };
}
