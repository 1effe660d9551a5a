import { z } from 'zod';
import { readAccounts } from '#db/read-accounts.ts';
import { keysetOf } from '#lib/keyset.ts';
import { PageInput, pageOf } from '#lib/page.ts';
import { dayOf } from '#lib/time.ts';
import { view } from '#lib/view.ts';
import { accountAnswer } from './rules/entity-answer.ts';
import { ACCOUNT_KEYS, accountKey } from './rules/entity-order.ts';
import { SearchQuery, StateQuery, StatusQuery, stateOf } from './rules/entity-query.ts';

export const AccountsQuery = z.object({ ...PageInput, state: StateQuery, contract_status: StatusQuery, q: SearchQuery });

/** The accounts of a workspace by identifier, active ones unless others are asked for. */
export const listAccounts = view({
  name: 'accounts.list',
  permission: 'member',
  scope: 'read',
  input: AccountsQuery,
  async read({ tx, workspaceId, now }, { limit, cursor, state, contract_status, q }) {
    const filter = { state: stateOf(state), contractStatus: contract_status, q };
    const keyset = keysetOf({ after: cursor, limit }, ACCOUNT_KEYS.account);
    const { data, ...page } = pageOf(await readAccounts(tx, { workspaceId, filter, order: 'account', keyset }), limit, (row) =>
      accountKey('account', row),
    );
    return { data: data.map((row) => accountAnswer(row, dayOf(now))), ...page };
  },
});
