import { z } from 'zod';
import { type MarkRow, marksOfKind } from '#db/engine/marks-of-kind.ts';
import { rowsAsTaken } from '#db/rows-as-taken.ts';
import type { Context } from '#lib/context.ts';
import { csvLine } from '#lib/csv.ts';
import { AppError } from '#lib/errors.ts';
import { type Day, dayOf, instantOf } from '#lib/time.ts';
import { view } from '#lib/view.ts';
import { proposedPlan } from './preview-policies.ts';
import { inactiveDays } from './rules/inactivity.ts';
import { purgeDay } from './rules/lifecycle.ts';
import { memberKinds } from './rules/plan.ts';
import { PoliciesPatch } from './rules/policies-input.ts';
import { isAccountKind } from './rules/policy.ts';

/** All that the next daily process would mark of one kind after a save of `patch`, as lines of CSV with a head, read as they are taken: by the plan and the
 *  conditions of the preview. The head comes with the first of them: what fails until then, fails before anything is sent. AppError `forbidden`, `invalid`. */
export async function* exportPreview(ctx: Context, query: unknown): AsyncGenerator<string> {
  const { workspaceId } = ctx;
  const { plan, collections, kind } = await planToExport(ctx, query);
  const columns = columnsOf(kind);
  let head = csvLine(columns.map(([name]) => name));
  const marks = marksOfKind({ workspaceId, steps: plan.steps, kind, kinds: memberKinds(collections) });
  for await (const rows of rowsAsTaken<MarkRow>(workspaceId, marks)) {
    yield head + rows.map((row) => csvLine(columns.map(([, cell]) => cell(row, plan.day)))).join('');
    head = '';
  }
}

const planToExport = view({
  name: 'policies.preview-export',
  permission: 'retention:view',
  scope: 'retention',
  input: z.object({ patch: PoliciesPatch, kind: z.string('Name a kind.') }),
  async read({ tx, workspace }, { patch, kind }) {
    const proposed = await proposedPlan(tx, { workspace, patch });
    if (!proposed.set.policies.some((policy) => policy.kind === kind)) {
      throw new AppError('invalid', 'There is no such kind.', {
        fields: [{ path: 'kind', message: `There is no policy called ${kind}.` }],
      });
    }
    return { ...proposed, kind };
  },
});

type Column = [head: string, cell: (row: MarkRow, day: Day) => string | number | null];

function columnsOf(kind: string): readonly Column[] {
  if (isAccountKind(kind)) return [ACCOUNT, NAME, ...VALUE, ROOT, ...STANDING, ...ALONG];
  const member: Column = [kind === 'users' ? 'user' : 'object', ({ member }) => member];
  return [...(kind === 'users' ? [] : [['collection', () => kind] as Column]), ACCOUNT, member, NAME, ...VALUE, ...STANDING];
}

const heardAt = ({ last_information_at }: MarkRow) => instantOf(Date.parse(last_information_at));
const ACCOUNT: Column = ['account', ({ account }) => account];
const NAME: Column = ['name', ({ name }) => name];
const VALUE: Column[] = [
  ['contract_status', ({ contract_status }) => contract_status],
  ['contract_value', ({ contract_value }) => contract_value],
];
const ROOT: Column = ['root', ({ root }) => root];
const STANDING: Column[] = [
  ['inactive_days', (row, day) => inactiveDays(dayOf(heardAt(row)), day)],
  ['last_information_at', heardAt],
  ['marked_on', (_, day) => day],
  ['purge_on', (_, day) => purgeDay(day)],
];
const ALONG: Column[] = [
  ['users', ({ users }) => users],
  ['objects', ({ objects }) => objects],
  ['sub_accounts', ({ sub_accounts }) => sub_accounts],
];
