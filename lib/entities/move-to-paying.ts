import { z } from 'zod';
import { command } from '#lib/command.ts';
import { requireReference } from '#lib/require-reference.ts';
import { editAccount } from './edit-account.ts';
import { MOST_MOVED } from './rules/most-moved.ts';

const SOME = `Choose 1 to ${MOST_MOVED} accounts: each is a decision of its own.`;

/** R13, R14. Moves accounts to the status `paying`, all of them or none, with contract value 0 where they earn nothing: the way out of expiry. A mark of expiry is taken
 *  at once; one for inactivity stands, since an account policy takes paying accounts too. An edit, no information. AppError `forbidden`, `not-found`, `invalid`. */
export const moveToPaying = command({
  name: 'accounts.move-to-paying',
  permission: 'entities:edit',
  scope: 'admin',
  input: z.object({ entities: z.array(z.string(), SOME).min(1, SOME).max(MOST_MOVED, SOME), zero_value: z.boolean().default(false) }),
  async run({ tx, ctx }, { entities, zero_value }) {
    const accounts = [...new Set(entities.map((entity) => requireReference('accounts', entity).account))].sort();
    const patch = { contract_status: 'paying', ...(zero_value ? { contract_value: 0 } : {}) };
    let active = 0;
    for (const account of accounts) {
      const { state } = await editAccount({ ...ctx, tx }, { account, patch });
      if (state === 'active') active += 1;
    }
    return { result: { moved: accounts.length, active }, notes: [] };
  },
});
