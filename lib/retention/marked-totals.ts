import { readPolicies } from '#db/policies.ts';
import { countAccounts } from '#db/read-accounts.ts';
import { countMembersOf } from '#db/read-members.ts';
import { view } from '#lib/view.ts';
import { MarkedQuery, type MarkedSet, markedSet } from './rules/marked-query.ts';

/** Totals and sums are exact to here; beyond, totals are estimates and there is no sum. 100,000 take some 50 ms. */
const SUMMED_UP_TO = 100_000;

/** How many marked entities match and the sum of their contract value (accounts only), and how many are marked of every kind, for its tabs. */
export const markedTotals = view({
  name: 'marked.totals',
  permission: 'retention:view',
  scope: ['retention', 'read'],
  input: MarkedQuery,
  async read({ tx, workspaceId }, query) {
    const count = ({ entity, filter }: MarkedSet) =>
      entity === 'accounts'
        ? countAccounts(tx, { workspaceId, filter, upTo: SUMMED_UP_TO })
        : countMembersOf(tx, { workspaceId, kind: entity, filter, upTo: SUMMED_UP_TO });
    const { total, about, value } = await count(markedSet(query));
    const { collections } = await readPolicies(tx, { workspaceId });
    const kinds = [];
    for (const kind of ['accounts', 'users', ...collections.map(({ name }) => name)]) {
      const counted = await count(markedSet({ kind }));
      kinds.push({ kind, total: counted.total, about: counted.about });
    }
    return { total, about, value, kinds };
  },
});
export type MarkedTotals = Awaited<ReturnType<typeof markedTotals>>;
