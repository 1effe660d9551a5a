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
import { dayOf, type Instant, nextProcessStart } from '#lib/time.ts';
import { view } from '#lib/view.ts';
import { chainOf } from './chain-of.ts';
import { liftsAhead } from './lifts-ahead.ts';
import { refuseUnknownKinds } from './refuse-unknown-kinds.ts';
import { alongAhead } from './rules/along-ahead.ts';
import { waitingKinds } from './rules/breaker.ts';
import { type Explained, explain } from './rules/explain.ts';
import { choicesOf, PoliciesPatch } from './rules/policies-input.ts';
import { savePolicySet } from './rules/policy.ts';

const ExplainInput = z.object({
  kind: z.enum(ENTITY_KINDS, 'Choose accounts, users or objects.'),
  entity: z.string('Name an entity.'),
});

/** `patch` is a save that is not made: the explanation is by the policies after it. */
const ExplainQuery = ExplainInput.extend({ patch: PoliciesPatch.default({}) });

/** Why an entity is kept, marked or due, by the rule that decides. Whoever may not see retention is told of a hold, and not why it was put. AppError `not-found`. */
export const explainEntity = view({
  name: 'entity.explain',
  permission: 'member',
  scope: ['retention', 'read'],
  input: ExplainQuery,
  async read({ tx, ctx, workspaceId, workspace, now }, { kind, entity, patch }) {
    const reference = requireReference(kind, entity);
    const found = await factsOf(tx, workspaceId, reference);
    if (!found) throw new AppError('not-found', 'There is no such entity.');
    const { set, waiting } = await policiesAfter(tx, workspaceId, patch, now);
    const ahead = { workspaceId, set, day: dayOf(nextProcessStart(now)) };
    const lifts = await liftsAhead(tx, ahead, found, found.bearer);
    const chain = found.markedOn !== null || found.onHold ? [] : await chainOf(tx, ahead, found.bearer);
    const { markingPaused, purgingPaused } = workspace;
    const holds =
      found.onHold && sees(ctx, 'retention:view')
        ? (await holdsOfAccount(tx, { workspaceId, accountId: found.accountId })).filter((hold) => covers(hold, found))
        : [];
    const explained = explain(found, { set, now, markingPaused, purgingPaused, waiting, lifts });
    return {
      kind,
      entity: referenceText(reference),
      name: found.name,
      state: found.markedOn !== null ? ('marked' as const) : found.archived ? ('archived' as const) : ('active' as const),
      last_information: { type: found.lastInformationType, at: found.lastInformationAt },
      ...explained,
      along: alongAhead(chain, { member: found.member, dueOn: explained.due_on }, { set, now }),
      holds: holds.map(holdSaid),
    };
  },
});

/** The policies as a save of `patch` would leave them, and the kinds whose marks wait for a person: those of the patch are decided anew. */
async function policiesAfter(tx: Tx, workspaceId: string, patch: PoliciesPatch, now: Instant) {
  const { set: standing, rows } = await readPolicies(tx, { workspaceId });
  refuseUnknownKinds(patch, standing);
  const choices = choicesOf(patch);
  const refused = rows.filter((row) => row.refusedAt !== null).map((row) => row.kind);
  const run = await latestRun(tx, { workspaceId });
  const waiting = [...refused, ...(run ? waitingKinds(run.breaker) : [])].filter((kind) => !choices.has(kind));
  return { set: savePolicySet(standing, choices, now), waiting };
}

type Found = Explained &
  Pick<AccountFacts, 'id' | 'name' | 'archived' | 'lastInformationType'> & {
    accountId: string;
    entityKind: EntityReference['kind'];
    member: boolean;
    /** The account itself, or that of the user or object. */
    bearer: AccountFacts;
  };

async function factsOf(tx: Tx, workspaceId: string, reference: EntityReference): Promise<Found | null> {
  const account = await readAccount(tx, { workspaceId, account: reference.account });
  if (!account) return null;
  const of = { accountId: account.id, bearer: account };
  if (reference.kind === 'accounts') return { ...account, kind: 'accounts', ...of, member: false, entityKind: 'accounts' };
  const { kind } = reference;
  const named = kind === 'users' ? { member: reference.user } : { member: reference.object, collection: reference.collection };
  const keyset = { key: null, backwards: false, limit: 1 };
  const [member] = await readMembers(tx, { workspaceId, kind, filter: { account: account.account, ...named }, order: 'name', keyset });
  return member ? { ...member, kind: member.collection ?? 'users', contractStatus: null, ...of, member: true, entityKind: kind } : null;
}

/** R15. An account's hold covers its users and objects; one on a user or object covers itself and keeps its account. */
function covers(hold: HoldRow, { id, entityKind }: Found): boolean {
  return entityKind === 'accounts' || hold.kind === 'accounts' || hold.id === id;
}

function holdSaid({ kind, account, member, collection, reason, until }: HoldRow) {
  return { kind, entity: referenceText(referenceByPolicy(collection ?? 'users', account, member)), reason, until };
}
