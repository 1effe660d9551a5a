import { z } from 'zod';
import { countActiveAccounts } from '#db/count-active.ts';
import { view } from '#lib/view.ts';

export const Quota = z
  .object({ used: z.number().int(), quota: z.number().int().nullable() })
  .meta({ examples: [{ used: 3764, quota: 5000 }] });

/** R18. How many accounts count, and how many may; null is no limit. Marked and archived ones do not count. */
export const getQuota = view({
  name: 'quota.get',
  permission: 'member',
  scope: 'read',
  input: z.object({}),
  async read({ tx, workspaceId, workspace }) {
    return { used: await countActiveAccounts(tx, { workspaceId }), quota: workspace.quota };
  },
});
