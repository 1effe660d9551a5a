import type { z } from 'zod';
import { createWorkspace, type NewWorkspace } from '#lib/workspaces/create-workspace.ts';
import { type ListedWorkspace, listWorkspaces } from '#lib/workspaces/list-workspaces.ts';
import { setWorkspace } from '#lib/workspaces/set-workspace.ts';
import { flag, namedWorkspace, needed, numberOf, OPERATOR, type Subcommand, text } from './subcommand.ts';

export const workspaceCreate: Subcommand = {
  usage: '--name NAME [--plan free_trial|non_paying|paying] [--extended] [--quota N] [--test-clock INSTANT]',
  options: { name: text, plan: text, extended: flag, quota: text, 'test-clock': text },
  async run({ name, plan, extended, quota, 'test-clock': testClock }) {
    const input = given({ name: needed('name', name), plan, extendedRetention: extended, quota: numberOf(quota), testClock });
    const { slug, serviceId, apiKey } = await createWorkspace(OPERATOR, input as z.input<typeof NewWorkspace>);
    return {
      json: { workspace: slug, service_id: serviceId, api_key: apiKey },
      text: `workspace   ${slug}\nservice id  ${serviceId}\nAPI key     ${apiKey}\nThe key has all scopes and is shown only now.`,
    };
  },
};

export const workspaceList: Subcommand = {
  usage: '',
  options: {},
  async run() {
    const workspaces = await listWorkspaces();
    return { json: workspaces, text: workspaces.length === 0 ? 'There is no workspace.' : workspaces.map(lineOf).join('\n') };
  },
};

export const workspaceSet: Subcommand = {
  usage: '--workspace SLUG [--plan free_trial|non_paying|paying] [--extended|--no-extended] [--quota N]',
  options: { workspace: text, plan: text, extended: flag, quota: text },
  async run({ plan, extended, quota, ...values }) {
    const { ctx } = await namedWorkspace(values);
    await setWorkspace(ctx, given({ plan, extendedRetention: extended, quota: numberOf(quota) }));
    const { workspace } = await namedWorkspace(values);
    return { json: workspace, text: lineOf(workspace) };
  },
};

const given = (values: Record<string, unknown>) => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));

function lineOf({ workspace, service_id, name, plan, extended, quota, test_clock }: ListedWorkspace): string {
  const settings = [
    plan,
    extended && 'extended retention',
    quota !== null && `quota ${quota}`,
    test_clock && `test clock at ${test_clock}`,
  ];
  return `${workspace}  ${service_id}  ${name}  (${settings.filter(Boolean).join(', ')})`;
}
