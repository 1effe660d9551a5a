import { verifyAudit } from '#lib/audit/verify-audit.ts';
import { namedWorkspace, type Subcommand, text } from './subcommand.ts';

export const auditVerify: Subcommand = {
  usage: '--workspace SLUG',
  options: { workspace: text },
  async run(values) {
    const { ctx } = await namedWorkspace(values);
    const result = await verifyAudit(ctx, {});
    if (result.valid) return { json: result, text: `The chain of ${result.entries} entries holds.` };
    return { json: result, text: `The chain is broken at entry ${result.broken?.number} (${result.broken?.reason}).`, status: 1 };
  },
};
