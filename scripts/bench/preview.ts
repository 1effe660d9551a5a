import { fillMix, type Mix, rewriteTenth } from '#db/bench/fill-mix.ts';
import { read, transaction } from '#db/client.ts';
import { weighDay } from '#db/engine/weigh-day.ts';
import { openWorkspace } from '#db/workspace.ts';
import { previewPolicies, proposedPlan } from '#lib/retention/preview-policies.ts';
import { previewWeek } from '#lib/retention/preview-week.ts';
import { trips } from '#lib/retention/rules/breaker.ts';
import type { PoliciesPatch } from '#lib/retention/rules/policies-input.ts';
import { savePolicies } from '#lib/retention/save-policies.ts';
import { addDays, parseDay, parseInstant } from '#lib/time.ts';
import { type BenchOptions, RUNS, type TimedLine } from './line.ts';
import { type BenchWorkspace, makeDeals, makeWorkspace, readyFor } from './workspace.ts';

const HEARD_ON = parseDay('2026-02-28');
const DAYS = 100;
/** Under which three in ten of all are due at once. */
const FEWER_DAYS = DAYS - 29;

/** What a person waits for who changes a policy, and what a run asks before its marks: accounts, users and objects of one workspace, half of them rewritten in
 *  place since the last vacuum. A hundredth is due by the policies as they stand, three tenths by those that are proposed. */
export async function previewLines(options: BenchOptions): Promise<TimedLine[]> {
  const rows = options.quick ? Math.ceil(options.rows / 10) : options.rows;
  const workspace = await makeMix(options, rows);
  const { ctx } = workspace;
  const proposed = all(FEWER_DAYS);
  const marks = async (patch: PoliciesPatch) => {
    const { kinds } = await previewPolicies(ctx, { patch, forecast: false });
    return Object.values(kinds).reduce((sum, kind) => sum + kind.due + kind.with.sub_accounts, 0);
  };
  const lines: TimedLine[] = [];
  for (const [name, patch, hard] of [
    ['', {}, false],
    [', 30 % due', proposed, true],
  ] as const) {
    const k = await marks(patch);
    const line = async (work: string, targetMs: number, act: () => Promise<unknown>) =>
      lines.push({ work: `${work}${name}`, k, n: rows, ms: await timed(act), targetMs: hard ? null : targetMs });
    await line('preview', 300, () => previewPolicies(ctx, { patch, forecast: false }));
    await line('preview and 60 days', 1_000, () => previewPolicies(ctx, { patch, forecast: true }));
    await line('preview of a week', 300, () => previewWeek(ctx, { patch }));
    await line('breaker', 300, () => weigh(workspace, patch));
  }
  options.say(`preview: ${lines.map(({ ms }) => Math.round(ms[0] ?? 0)).join(', ')} ms`);
  return lines;
}

async function timed(act: () => Promise<unknown>): Promise<number[]> {
  const ms: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const start = performance.now();
    await act();
    ms.push(performance.now() - start);
  }
  return ms;
}

/** R29. As a run weighs its marks. */
function weigh({ workspaceId }: BenchWorkspace, patch: PoliciesPatch) {
  return read(workspaceId, async (tx) => {
    const workspace = await openWorkspace(tx, { workspaceId });
    if (!workspace) throw new Error('no workspace to weigh');
    const { plan } = await proposedPlan(tx, { workspace, patch });
    const limits = plan.settings.breaker;
    return weighDay(tx, { workspaceId, steps: plan.steps, limits, waits: (weight) => trips(weight, limits, null) });
  });
}

function all(days: number): PoliciesPatch {
  return { accounts: days, users: days, collections: { deals: days } };
}

async function makeMix({ database, say }: BenchOptions, rows: number): Promise<BenchWorkspace> {
  say(`writing ${rows.toLocaleString('en-US')} accounts, users and objects`);
  const workspace = await makeWorkspace('Mix', parseInstant('2025-01-01T09:00:00Z'));
  const { workspaceId, ctx } = workspace;
  const collectionId = await makeDeals(workspace);
  await savePolicies(ctx, all(DAYS));
  const mix: Mix = { workspaceId, collectionId, accounts: rows * 0.4, users: rows * 0.5, objects: rows * 0.1, heardOn: HEARD_ON };
  const tables = ['accounts', 'users', 'objects'];
  await database.withoutIndexes(tables, () => transaction(workspaceId, (tx) => fillMix(tx, mix)));
  await database.settle(tables);
  await (await readyFor([workspace], addDays(HEARD_ON, 1)))();
  await database.leaveUnvacuumed(tables);
  for (const digit of [0, 2, 4, 6, 8]) await transaction(workspaceId, (tx) => rewriteTenth(tx, { workspaceId, digit }));
  await database.checkpoint();
  return workspace;
}
