import { createApiKey } from '#lib/workspaces/create-api-key.ts';
import { namedWorkspace, needed, type Subcommand, text } from './subcommand.ts';

export const apiKeyCreate: Subcommand = {
  usage: '--workspace SLUG --scope S[,S…] [--rate N]',
  options: { workspace: text, scope: text, rate: text },
  async run({ scope, rate, ...values }) {
    const { ctx } = await namedWorkspace(values);
    const scopes = needed('scope', scope)
      .split(',')
      .map((one) => one.trim());
    const { api_key } = await createApiKey(ctx, { name: 'Command line', scopes, ...(rate === undefined ? {} : { rate: Number(rate) }) });
    return { json: { api_key }, text: `${api_key}\nThe key is shown only now.` };
  },
};
