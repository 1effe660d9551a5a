import { AppError } from '#lib/errors.ts';
import { type RunSummary, runDaily } from '#lib/retention/run-daily.ts';
import { type Day, parseDay } from '#lib/time.ts';
import { listWorkspaces, workspaceAt } from '#lib/workspaces/list-workspaces.ts';
import { OPERATOR, type Subcommand, text } from './subcommand.ts';

type Run = { workspace: string } & RunSummary;

export const daily: Subcommand = {
  usage: '[--workspace SLUG] [--day YYYY-MM-DD]',
  options: { workspace: text, day: text },
  async run({ workspace, day }) {
    const wanted = typeof day === 'string' ? dayOf(day) : undefined;
    if (typeof workspace === 'string') {
      const run = await runOf(workspace, wanted);
      return { json: run, text: lineOf(run), status: run.state === 'failed' ? 1 : 0 };
    }
    const runs: Run[] = [];
    for (const slug of await onTheWorldsClock()) runs.push(await runOf(slug, wanted));
    const failed = runs.some((run) => run.state === 'failed');
    return {
      json: runs,
      text: runs.map(lineOf).join('\n') || 'No workspace lives by the world’s clock. Name one: --workspace SLUG',
      status: failed ? 1 : 0,
    };
  },
};

/** A workspace on a test clock runs its days when it is told to: by its name, or by advancing its clock. */
async function onTheWorldsClock(): Promise<string[]> {
  const workspaces = await listWorkspaces();
  return workspaces.filter(({ test_clock }) => test_clock === null).map(({ workspace }) => workspace);
}

async function runOf(slug: string, day: Day | undefined): Promise<Run> {
  const { workspaceId } = await workspaceAt(slug);
  const run = await runDaily({ workspaceId, startedBy: OPERATOR.name, ...(day === undefined ? {} : { day }) });
  return { workspace: slug, ...run };
}

function dayOf(given: string): Day {
  try {
    return parseDay(given);
  } catch {
    throw new AppError('invalid', 'Give --day as YYYY-MM-DD.');
  }
}

function lineOf({ workspace, day, state, marked, lifted, purged }: Run): string {
  const total = (counts: Record<string, number>) => Object.values(counts).reduce((sum, n) => sum + n, 0);
  return `${workspace}  ${day}  ${state}: ${total(marked)} marked, ${total(lifted)} lifted, ${total(purged)} purged`;
}
