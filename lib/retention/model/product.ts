import { read } from '#db/client.ts';
import { countActiveAccounts } from '#db/count-active.ts';
import { readPolicies } from '#db/policies.ts';
import { readAccounts } from '#db/read-accounts.ts';
import { readMembers } from '#db/read-members.ts';
import { latestRuns } from '#db/testing/latest-runs.ts';
import { setClock } from '#db/testing/set-clock.ts';
import { openWorkspace } from '#db/workspace.ts';
import { verifyAudit } from '#lib/audit/verify-audit.ts';
import type { Context } from '#lib/context.ts';
import { archiveAccount } from '#lib/entities/archive-account.ts';
import { createCollection } from '#lib/entities/create-collection.ts';
import { deleteAccount } from '#lib/entities/delete-account.ts';
import { editAccount } from '#lib/entities/edit-account.ts';
import { listAccounts } from '#lib/entities/list-accounts.ts';
import { listObjects } from '#lib/entities/list-objects.ts';
import { listUsers } from '#lib/entities/list-users.ts';
import { restoreAccount } from '#lib/entities/restore-account.ts';
import { accountAnswer, objectAnswer, userAnswer } from '#lib/entities/rules/entity-answer.ts';
import { AppError } from '#lib/errors.ts';
import { endHold } from '#lib/holds/end-hold.ts';
import { putHold } from '#lib/holds/put-hold.ts';
import { newId } from '#lib/ids.ts';
import { recordSignals } from '#lib/ingest/record-signals.ts';
import { allowMarks, refuseMarks } from '#lib/retention/answer-breaker.ts';
import { reviveEntities } from '#lib/retention/revive-entities.ts';
import { policiesAnswer } from '#lib/retention/rules/policies-answer.ts';
import { savePolicies } from '#lib/retention/save-policies.ts';
import { saveSafety } from '#lib/retention/save-safety.ts';
import { setPause } from '#lib/retention/set-pause.ts';
import { startDailyRun } from '#lib/retention/start-daily-run.ts';
import { workChunk } from '#lib/retention/work-daily-run.ts';
import { dayOf, parseInstant } from '#lib/time.ts';
import { advanceTestClock } from '#lib/workspaces/advance-test-clock.ts';
import type { MarkedFilter, Reference } from './people.ts';
import type { Step } from './steps.ts';

/** Takes a step in the product, by its real commands; answers in the words of the model. */
export async function takeRealStep(ctx: Context, step: Step): Promise<unknown> {
  try {
    if ('at' in step && step.at !== undefined) await setClock(ctx.workspaceId, step.at);
    return await take(ctx, step);
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
}

const done = () => 'done';

async function take(ctx: Context, step: Step): Promise<unknown> {
  switch (step.do) {
    case 'tell':
      return (await recordSignals(ctx, { signals: step.signals })).rejected.map(({ index }) => index);
    case 'advance':
      return advanceTestClock(ctx, { to: step.to }).then(done);
    case 'wait':
      return done();
    case 'run':
      return run(ctx, step.chunkRows);
    case 'revive':
      return revive(ctx, step.references);
    case 'revive-found':
      return reviveFound(ctx, step.filter);
    case 'answer':
      return (step.said === 'allowed' ? allowMarks : refuseMarks)(ctx, { day: step.day, kind: step.kind }).then(done);
    default:
      return decide(ctx, step).then(done);
  }
}

type Decision = Exclude<Step, { do: 'tell' | 'advance' | 'wait' | 'run' | 'revive' | 'revive-found' | 'answer' }>;

function decide(ctx: Context, step: Decision): Promise<unknown> {
  switch (step.do) {
    case 'save': {
      const { accounts, users, free_accounts, ...collections } = step.save.choices;
      const accepted = step.save.accepted === undefined ? {} : { accepted: step.save.accepted };
      return savePolicies(ctx, { accounts, users, free_accounts, collections, ...accepted });
    }
    case 'define':
      return createCollection(ctx, { collection: step.collection });
    case 'hold':
      return putHold(ctx, { ...named(step.reference), reason: 'a test', until: step.until });
    case 'end-hold':
      return endHold(ctx, named(step.reference));
    case 'archive':
      return archiveAccount(ctx, { account: step.account });
    case 'restore':
      return restoreAccount(ctx, { account: step.account });
    case 'delete':
      return deleteAccount(ctx, { account: step.account, confirm: step.account });
    case 'edit':
      return editAccount(ctx, { account: step.account, patch: step.patch });
    case 'pause':
      return setPause(ctx, { marking: step.marking, purging: step.purging });
    case 'safety':
      return saveSafety(ctx, { breaker: { share: step.share, floor: step.floor }, archived_blocks: step.archivedBlocks });
  }
}

/** More than any run of so few entities can have. */
const MANY_CHUNKS = 1000;

/** As a schedule and workers would: each chunk may be another worker's, who takes over at once. */
async function run(ctx: Context, chunkRows: number): Promise<string> {
  const { workspaceId } = ctx;
  const { state, day } = await startDailyRun({ workspaceId, startedBy: 'a test' });
  for (let chunks = 0; chunks < MANY_CHUNKS; chunks++) {
    if ((await workChunk({ workspaceId, day, holder: newId(), leaseMs: 0, chunkRows })) === 'done') return state;
  }
  return 'endless';
}

async function revive(ctx: Context, references: readonly Reference[]) {
  const all = references.map(named);
  const answer = await reviveEntities(ctx, { kind: all[0]?.kind, entities: all.map(({ entity }) => entity) });
  return { revived: answer.revived, not: answer.not_revived.map(({ reason }) => reason) };
}

async function reviveFound(ctx: Context, { kind, cause, purgeBefore }: MarkedFilter) {
  const { revived, not_revived } = await reviveEntities(ctx, { kind, filter: { cause, purge_before: purgeBefore } });
  return { revived, not: not_revived };
}

function named({ account, collection, member }: Reference): { kind: 'accounts' | 'users' | 'objects'; entity: string } {
  if (member === undefined) return { kind: 'accounts', entity: account };
  return collection === undefined
    ? { kind: 'users', entity: `${account}/${member}` }
    : { kind: 'objects', entity: `${collection}/${account}/${member}` };
}

/** Everything that anybody can see of the workspace, in one transaction and with few statements; what retention does not decide is left out. */
export function realPicture({ workspaceId }: Context) {
  return read(workspaceId, async (tx) => {
    const keyset = { key: null, backwards: false, limit: 1000 };
    const [workspace, all, quota, users, objects, policies, runs] = await Promise.all([
      openWorkspace(tx, { workspaceId }),
      readAccounts(tx, { workspaceId, filter: {}, order: 'account', keyset }),
      countActiveAccounts(tx, { workspaceId }),
      readMembers(tx, { workspaceId, kind: 'users', filter: {}, order: 'user', keyset }),
      readMembers(tx, { workspaceId, kind: 'objects', filter: {}, order: 'object', keyset }),
      readPolicies(tx, { workspaceId }),
      latestRuns(tx, workspaceId),
    ]);
    const today = dayOf(workspace?.now ?? parseInstant(''));
    const known = all.map((facts) => accountAnswer(facts, today)).map(({ contract_value, ...seen }) => seen);
    const members = [...users.map((facts) => userAnswer(facts, today)), ...objects.map((facts) => objectAnswer(facts, today))];
    const entities = [...known, ...members].map(({ name, attributes, ...seen }) => seen);
    return { entities, quota, policies: policiesAnswer(policies.set, policies.collections), runs };
  });
}

/** What the lists show to whom asks for no more (R18), and whether the trail is whole (R30). */
export async function realLists(ctx: Context) {
  const accounts = (await listAccounts(ctx, {})).data.map(({ contract_value, ...seen }) => seen);
  const members = [...(await listUsers(ctx, {})).data, ...(await listObjects(ctx, {})).data];
  return { answer: (await verifyAudit(ctx, {})).valid, entities: [...accounts, ...members].map(({ name, attributes, ...seen }) => seen) };
}
