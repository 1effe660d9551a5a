import { createPerson } from '#lib/auth/create-person.ts';
import { namedWorkspace, needed, type Subcommand, text } from './subcommand.ts';

export const userCreate: Subcommand = {
  usage: '--email E --password P --workspace SLUG --role global_admin|advanced|member',
  options: { email: text, password: text, workspace: text, role: text },
  async run({ email, password, role, ...values }) {
    const { ctx, workspace } = await namedWorkspace(values);
    const input = { email: needed('email', email), password: needed('password', password), role: needed('role', role) };
    const person = await createPerson(ctx, input);
    return {
      json: { email: person.email, workspace: workspace.workspace, role: person.role },
      text: `${person.email} is ${person.role} of ${workspace.workspace}${person.known ? ', with the password that they have already' : ''}`,
    };
  },
};
