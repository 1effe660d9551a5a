import { setTimeout as sleep } from 'node:timers/promises';
import { answerOnce } from '#lib/answer-once.ts';
import type { Context } from '#lib/context.ts';
import { archiveAccount } from '#lib/entities/archive-account.ts';
import { createCollection } from '#lib/entities/create-collection.ts';
import { AppError } from '#lib/errors.ts';
import { putHold } from '#lib/holds/put-hold.ts';
import { recordSignals } from '#lib/ingest/record-signals.ts';
import { reviveEntities } from '#lib/retention/revive-entities.ts';
import { savePolicies } from '#lib/retention/save-policies.ts';
import { dayOf, type Instant } from '#lib/time.ts';
import { advanceTestClock } from '#lib/workspaces/advance-test-clock.ts';
import { workspaceAt } from '#lib/workspaces/list-workspaces.ts';
import { arrivalOf, endOf, indexAt, LAST_DAY } from './calendar.ts';
import type { DemoNote } from './demo-note.ts';
import { actingAs, addPeople, DANA, JONAS, PRIYA } from './people.ts';
import type { Deed } from './plan-deeds.ts';
import { ACCOUNT_DAYS } from './plan-fates.ts';
import { type DemoDay, planYear } from './plan-year.ts';
import { COLLECTIONS } from './tell-life.ts';

const FIRST_POLICIES = { accounts: ACCOUNT_DAYS, users: 120, free_accounts: 60, collections: { licenses: 90, opportunities: 'inherit' } };
/** Licenses get longer after two thirds of the year, which takes some marks away (R14). */
const CHANGE_DAY = 240;
const CHANGED_POLICIES = { collections: { licenses: 120 } };

/** Lives from where the clock stands through the day `through` of the plan, and with the last one to the end of the year. What a day brings is one
 *  transaction under a key of the day's own, so that it comes once however often a start is cut off; between two days the clock runs the daily process. */
export async function liveThroughYear(
  ctx: Context,
  { seed, note, through }: { seed: string; note: DemoNote; through: number },
): Promise<void> {
  const { begins } = note;
  const { test_clock: now } = await workspaceAt(note.workspace);
  if (now === null) throw new Error('the demo has no test clock');
  const days = planYear(seed, dayOf(begins));
  const reached = indexAt(begins, now);
  // Beyond the arrival of a day, that day's part is done: the clock only leaves it afterwards.
  for (let index = now > arrivalOf(begins, reached) ? reached + 1 : reached; index <= through; index++) {
    await advance(ctx, arrivalOf(begins, index));
    const day = days[index];
    if (day) await answerOnce(ctx, { key: `demo day ${index}`, requestHash: seed }, (inDay) => bring(inDay, note, index, day));
  }
  if (through === LAST_DAY) await advance(ctx, endOf(begins));
}

async function bring(ctx: Context, { people }: DemoNote, index: number, { signals, deeds }: DemoDay) {
  if (index === 0) {
    await addPeople(ctx, people);
    for (const collection of Object.values(COLLECTIONS)) await createCollection(ctx, { collection });
    await savePolicies(await actingAs(ctx, people, DANA), FIRST_POLICIES);
  }
  const { rejected } = signals.length === 0 ? { rejected: [] } : await recordSignals(ctx, { signals });
  if (rejected.length > 0) throw new Error(`the demo's own signals were refused: ${JSON.stringify(rejected.slice(0, 3))}`);
  for (const deed of deeds) await perform(await actingAs(ctx, people, JONAS), deed);
  if (index === CHANGE_DAY) await savePolicies(await actingAs(ctx, people, PRIYA), CHANGED_POLICIES);
  return { status: 200, body: null };
}

const DEEDS: Record<Deed['does'], (ctx: Context, account: string) => Promise<unknown>> = {
  revive: (ctx, account) => reviveEntities(ctx, { kind: 'accounts', entities: [account] }),
  hold: (ctx, entity) => putHold(ctx, { kind: 'accounts', entity, reason: 'Talks about a new contract go on' }),
  archive: (ctx, account) => archiveAccount(ctx, { account }),
};

const perform = (ctx: Context, { does, account }: Deed) => DEEDS[does](ctx, account);

/** A start that was killed has the right to advance for a few seconds more. */
const PATIENCE_MS = 15_000;
const RETRY_MS = 200;

async function advance(ctx: Context, to: Instant): Promise<void> {
  for (const began = Date.now(); ; ) {
    try {
      await advanceTestClock(ctx, { to });
      return;
    } catch (error) {
      const claimed = error instanceof AppError && error.code === 'conflict';
      if (!claimed || Date.now() - began > PATIENCE_MS) throw error;
      await sleep(RETRY_MS);
    }
  }
}
