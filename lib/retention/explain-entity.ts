import { z } from 'zod';
import type { Tx } from '#db/client.ts';
import { latestRun } from '#db/daily-runs.ts';
import { type HoldRow, holdsOfAccount } from '#db/list-holds.ts';
import { readPolicies } from '#db/policies.ts';
import { readAccount } from '#db/read-accounts.ts';
import { readMembers } from '#db/read-members.ts';
import { sees } from '#lib/door.ts';
import type { AccountFacts } from '#lib/entities/rules/entity-answer.ts';
import { ENTITY_KINDS, type EntityReference, referenceByPolicy, referenceText } from '#lib/entities/rules/entity-reference.ts';
import { AppError } from '#lib/errors.ts';
import { requireReference } from '#lib/require-reference.ts';
import { view } from '#lib/view.ts';
import { waitingKinds } from './rules/breaker.ts';
import { type Explained, explain } from './rules/explain.ts';

export const ExplainInput = z.object({
  kind: z.enum(ENTITY_KINDS, 'Choose accounts, users or objects.'),
  entity: z.string('Name an entity.'),
});

/** Why an entity is kept, marked or due, by the rule that decides. Whoever may not see retention is told of a hold, and not why it was put. AppError `not-found`. */
export const explainEntity = view({
  name: 'entity.explain',
  permission: 'member',
  scope: ['retention', 'read'],
  input: ExplainInput,
  async read({ tx, ctx, workspaceId, workspace, now }, { kind, entity }) {
    const reference = requireReference(kind, entity);
    const found = await factsOf(tx, workspaceId, reference);
    if (!found) throw new AppError('not-found', 'There is no such entity.');
    const { set, rows } = await readPolicies(tx, { workspaceId });
    const refused = rows.filter((row) => row.refusedAt !== null).map((row) => row.kind);
    const run = await latestRun(tx, { workspaceId });
    const waiting = [...refused, ...(run ? waitingKinds(run.breaker) : [])];
    const { markingPaused, purgingPaused } = workspace;
    const holds =
      found.onHold && sees(ctx, 'retention:view')
        ? (await holdsOfAccount(tx, { workspaceId, accountId: found.accountId })).filter((hold) => covers(hold, found))
        : [];
    return {
      kind,
      entity: referenceText(reference),
      name: found.name,
      state: found.markedOn !== null ? ('marked' as const) : found.archived ? ('archived' as const) : ('active' as const),
      last_information: { type: found.lastInformationType, at: found.lastInformationAt },
      ...explain(found, { set, now, markingPaused, purgingPaused, waiting }),
      holds: holds.map(holdSaid),
    };
  },
});

type Found = Explained &
  Pick<AccountFacts, 'id' | 'name' | 'archived' | 'lastInformationType'> & { accountId: string; entityKind: EntityReference['kind'] };

async function factsOf(tx: Tx, workspaceId: string, reference: EntityReference): Promise<Found | null> {
  const account = await readAccount(tx, { workspaceId, account: reference.account });
  if (!account) return null;
  if (reference.kind === 'accounts') return { ...account, kind: 'accounts', accountId: account.id, entityKind: 'accounts' };
  const { kind, account: of } = reference;
  const named = kind === 'users' ? { member: reference.user } : { member: reference.object, collection: reference.collection };
  const keyset = { key: null, backwards: false, limit: 1 };
  const [member] = await readMembers(tx, { workspaceId, kind, filter: { account: of, ...named }, order: 'name', keyset });
  return member ? { ...member, kind: member.collection ?? 'users', contractStatus: null, accountId: account.id, entityKind: kind } : null;
}

/** R15. An account's hold covers its users and objects; one on a user or object covers itself and keeps its account. */
function covers(hold: HoldRow, { id, entityKind }: Found): boolean {
  return entityKind === 'accounts' || hold.kind === 'accounts' || hold.id === id;
}

function holdSaid({ kind, account, member, collection, reason, until }: HoldRow) {
  return { kind, entity: referenceText(referenceByPolicy(collection ?? 'users', account, member)), reason, until };
}
