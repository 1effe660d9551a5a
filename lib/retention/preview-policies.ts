import { z } from 'zod';
import type { Tx } from '#db/client.ts';
import type { Total } from '#db/count-rows.ts';
import { countActive } from '#db/engine/active-of-day.ts';
import { countWaiting } from '#db/engine/count-waiting.ts';
import { firstDayAhead } from '#db/engine/first-day-ahead.ts';
import { forecastDays } from '#db/engine/forecast-days.ts';
import type { MarkRow } from '#db/engine/marks-of-kind.ts';
import { type KindPreview, previewMarks } from '#db/engine/preview-day.ts';
import { readPolicies } from '#db/policies.ts';
import type { OpenWorkspace } from '#db/workspace.ts';
import { referenceByPolicy, referenceText } from '#lib/entities/rules/entity-reference.ts';
import { addDays, type Day, dayOf, instantOf, nextProcessStart } from '#lib/time.ts';
import { view } from '#lib/view.ts';
import { refuseUnknownKinds } from './refuse-unknown-kinds.ts';
import { enoughActive, trips } from './rules/breaker.ts';
import { byDay, FORECAST_DAYS, type ForecastCount, peakOf } from './rules/forecast-answer.ts';
import { inactiveDays, inactivityCutoff } from './rules/inactivity.ts';
import { EXPIRING_STATUSES } from './rules/lifecycle.ts';
import { own } from './rules/own.ts';
import { type DailyPlan, kindsOf, memberKinds } from './rules/plan.ts';
import { choicesOf, PoliciesPatch } from './rules/policies-input.ts';
import { effectiveDays, expiryOverruled, type PolicySet, policyOf, savePolicySet } from './rules/policy.ts';
import { planOfDay } from './start-daily-run.ts';

/** The effect of a save before it is made: what the next daily process would do under the policies after it. Counted by the plan and the conditions of the run itself;
 *  nothing is written. An empty patch shows what stands. */
export const previewPolicies = view({
  name: 'policies.preview',
  permission: 'retention:view',
  scope: 'retention',
  input: z.object({ patch: PoliciesPatch, forecast: z.boolean().default(true) }),
  async read({ tx, workspaceId, workspace, now }, { patch, forecast }) {
    const proposed = await proposedPlan(tx, { workspace, patch });
    const kinds = await kindPreviews(tx, { workspaceId, ...proposed });
    const answer = { day: proposed.plan.day, now, kinds, no_longer_expiring: await noLongerExpiring(tx, workspaceId, proposed.set) };
    if (!forecast) return answer;
    const counts = await forecastDays(tx, { workspaceId, plan: proposed.plan, days: FORECAST_DAYS });
    const peaks = await peaksOf(tx, { workspaceId, ...proposed }, counts);
    const withPeaks = Object.fromEntries(
      Object.entries(kinds).map(([kind, counted]) => [kind, { ...counted, peak: peaks.get(kind) ?? null }]),
    );
    return { ...answer, kinds: withPeaks, forecast: byDay(counts, proposed.plan.day, FORECAST_DAYS) };
  },
});

/** R29. By kind, the largest day of the forecast or, where it has none, the first day with marks beyond it. */
async function peaksOf(tx: Tx, { workspaceId, plan, collections }: Previewed, counts: readonly ForecastCount[]) {
  const peaks = new Map<string, { day: Day; marks: number } | null>();
  for (const kind of kindsOf(collections)) {
    const members = memberKinds(collections).find((m) => m.kind === kind) ?? null;
    peaks.set(kind, peakOf(counts, kind) ?? (await firstDayAhead(tx, { workspaceId, plan, kind, members })));
  }
  return peaks;
}

type ProposedPlan = { set: PolicySet; plan: DailyPlan; collections: readonly { id: string; name: string }[] };

/** The plan of the next daily process, or of one `daysLater`, as it would be after a save of `patch` at this moment. AppError `invalid` for an unknown kind. */
export async function proposedPlan(
  tx: Tx,
  { workspace, patch, daysLater = 0 }: { workspace: OpenWorkspace; patch: PoliciesPatch; daysLater?: number },
): Promise<ProposedPlan> {
  const { set: standing, collections } = await readPolicies(tx, { workspaceId: workspace.id });
  refuseUnknownKinds(patch, standing);
  const choices = choicesOf(patch);
  const set = savePolicySet(standing, choices, workspace.now);
  const day = addDays(dayOf(nextProcessStart(workspace.now)), daysLater);
  const plan = await planOfDay(tx, { workspace, day, saved: { set, kinds: [...choices.keys()] } });
  return { set, plan, collections };
}

type Previewed = ProposedPlan & { workspaceId: string };

/** Where no more than so many are expected in all, what is active is counted exactly: some 200 ms. */
const COUNTED_IN_ALL = 200_000;
/** Where more are, each kind is counted to here, or as far as it takes to tell whether the breaker trips; beyond, it is an estimate. 20,000 take some 20 ms. */
const COUNTED_UP_TO = 20_000;

async function kindPreviews(tx: Tx, { workspaceId, set, plan, collections }: Previewed) {
  const members = memberKinds(collections);
  const { steps, settings } = plan;
  const marks = await previewMarks(tx, { workspaceId, steps, kinds: members });
  const asked = kindsOf(collections).flatMap((kind) => {
    const among = {
      members: members.find((m) => m.kind === kind) ?? null,
      ...(kind === 'free_accounts' ? { statuses: EXPIRING_STATUSES } : {}),
    };
    const marked = marksOf(marks.get(kind));
    const silentBy = silentCutoff(set, kind, plan.day);
    const active = { kind, ...among, upTo: Math.max(COUNTED_UP_TO, enoughActive(marked, settings.breaker)) };
    const silent = { kind, ...among, upTo: COUNTED_UP_TO, ...(silentBy === null ? {} : { silentBy }) };
    return [...(marked === 0 ? [] : [active]), ...(silentBy === null ? [] : [silent])];
  });
  const totals = await countActive(tx, { workspaceId, steps, questions: asked, inAll: COUNTED_IN_ALL });
  const total = (kind: string, silent: boolean) =>
    totals[asked.findIndex((question) => question.kind === kind && 'silentBy' in question === silent)] ?? NONE;
  return Object.fromEntries(
    kindsOf(collections).map((kind) => {
      const counted = marks.get(kind) ?? NOTHING;
      return [kind, kindAnswer(kind, counted, { active: total(kind, false), silent: total(kind, true) }, plan)];
    }),
  );
}

const NONE: Total = { total: 0, about: false };
const NOTHING: KindPreview = { due: 0, subAccounts: 0, activeSubAccounts: 0, users: 0, objects: 0, lifted: 0, byStatus: [], sample: [] };

function marksOf({ due, subAccounts }: KindPreview = NOTHING): number {
  return due + subAccounts;
}

function kindAnswer(kind: string, counted: KindPreview, { active, silent }: { active: Total; silent: Total }, plan: DailyPlan) {
  const { breaker, accepted } = plan.settings;
  const marks = marksOf(counted);
  return {
    due: counted.due,
    with: {
      users: counted.users,
      objects: counted.objects,
      sub_accounts: counted.subAccounts,
      active_sub_accounts: counted.activeSubAccounts,
    },
    share: active.total === 0 ? 0 : marks / active.total,
    lifted: counted.lifted,
    silent: silent.total,
    trips_breaker: trips({ marks, active: active.total }, breaker, own(accepted, kind) ?? null),
    active: active.total,
    about: active.about || silent.about,
    by_status: Object.fromEntries(counted.byStatus.map(({ status, own, along }) => [status, own + along])),
    statuses: counted.byStatus,
    sample: counted.sample.map((row) => exampleOf(kind, row, plan.day)),
  };
}

function exampleOf(kind: string, row: MarkRow, day: Day) {
  const { account, member, name, contract_status, contract_value, last_information_at, root, users, objects, sub_accounts } = row;
  const last = instantOf(Date.parse(last_information_at));
  return {
    entity: referenceText(referenceByPolicy(kind, account, member)),
    name,
    contract_status,
    contract_value,
    last_information_at: last,
    inactive_days: inactiveDays(dayOf(last), day),
    root,
    goes_along: users === null || objects === null ? null : { users, objects, sub_accounts },
  };
}

/** R3. The latest day of last information that has reached a kind's days on `day`, counted by its policy or not yet; null where no policy holds. */
function silentCutoff(set: PolicySet, kind: string, day: Day): Day | null {
  const days = effectiveDays(set, kind);
  return days === null || (kind === 'free_accounts' && expiryOverruled(set)) ? null : inactivityCutoff(days, day);
}

/** R6, R13. Free and unknown accounts that no longer expire and wait for an update, because a late account policy overrules their expiry. */
async function noLongerExpiring(tx: Tx, workspaceId: string, set: PolicySet): Promise<number> {
  const { mode, since } = policyOf(set, 'accounts');
  if (mode !== 'late' || since === null || policyOf(set, 'free_accounts').days === null) return 0;
  return countWaiting(tx, { workspaceId, since, statuses: EXPIRING_STATUSES });
}
