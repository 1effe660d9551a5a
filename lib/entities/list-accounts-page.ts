import { z } from 'zod';
import { countAccounts, readAccounts } from '#db/read-accounts.ts';
import { keysetOf, ScreenPageInput, screenPage } from '#lib/keyset.ts';
import { dayOf } from '#lib/time.ts';
import { view } from '#lib/view.ts';
import { accountAnswer } from './rules/entity-answer.ts';
import { ACCOUNT_KEYS, accountKey } from './rules/entity-order.ts';
import { SearchQuery, StateQuery, StatusQuery, stateOf } from './rules/entity-query.ts';

/** Totals are counted to here; beyond, they are estimates. */
export const COUNTED_UP_TO = 10_000;

const AccountsPageQuery = z.object({
  ...ScreenPageInput,
  state: StateQuery,
  contract_status: StatusQuery,
  q: SearchQuery,
  direction: z.enum(['asc', 'desc']).default('asc'),
});

/** The accounts of a workspace by name, as a screen turns their pages, with how many match in all. */
export const listAccountsPage = view({
  name: 'accounts.list-page',
  permission: 'member',
  scope: 'read',
  input: AccountsPageQuery,
  async read({ tx, workspaceId, now }, { state, contract_status, q, direction, ...where }) {
    const filter = { state: stateOf(state), contractStatus: contract_status, q };
    const keyset = keysetOf(where, ACCOUNT_KEYS.name);
    const found = await readAccounts(tx, { workspaceId, filter, order: 'name', direction, keyset });
    const { rows, ...page } = screenPage(found, keyset, (row) => accountKey('name', row));
    const { total, about } = await countAccounts(tx, { workspaceId, filter, upTo: COUNTED_UP_TO });
    return { now, rows: rows.map((row) => accountAnswer(row, dayOf(now))), ...page, total, about };
  },
});
export type AccountsPage = Awaited<ReturnType<typeof listAccountsPage>>;
