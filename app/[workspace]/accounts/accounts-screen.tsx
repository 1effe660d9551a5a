'use client';

import { Upload } from 'lucide-react';
import type { AccountsPage } from '#lib/entities/list-accounts-page.ts';
import { accountsAddress, STATES, type StateTab, stateTab } from '@/components/accounts/accounts-query.ts';
import { AccountsTable } from '@/components/accounts/accounts-table.tsx';
import { NoAccounts } from '@/components/accounts/no-accounts.tsx';
import { FIRST_PAGE } from '@/components/data/list-query.ts';
import { useAddress } from '@/components/data/use-address.ts';
import { useData } from '@/components/data/use-data.ts';
import { PageHead } from '@/components/frame/page.tsx';
import { STATUS_OPTIONS } from '@/components/retention/status-options.ts';
import { AppLink } from '@/components/ui/app-link.tsx';
import { Button } from '@/components/ui/button.tsx';
import { ChoiceChip } from '@/components/ui/choice-chip.tsx';
import { FilterBar } from '@/components/ui/filter-bar.tsx';
import { count, formatNumber } from '@/components/ui/format.ts';
import { ListFailed } from '@/components/ui/list-failed.tsx';
import { Pager } from '@/components/ui/pager.tsx';
import { SearchField } from '@/components/ui/search-field.tsx';
import { TableSkeleton } from '@/components/ui/table-skeleton.tsx';
import { LinkTabs } from '@/components/ui/tabs.tsx';

/** All accounts by name; state, status and search stand in the address. */
export function AccountsScreen({ slug }: { slug: string }) {
  const { params, href } = useAddress();
  const page = useData<AccountsPage>(accountsAddress(slug, params), { keep: true, every: REFRESH_MS });
  const state = stateTab(params);
  const tabs = STATES.map((value) => ({
    href: href({ state: value === 'active' ? undefined : value, ...FIRST_PAGE }),
    label: TAB_WORDS[value],
    current: value === state,
  }));
  return (
    <>
      <PageHead
        title="Accounts"
        className="px-6 pt-4 max-sm:px-4"
        actions={
          <Button asChild>
            <AppLink href={`/${slug}/upload`}>
              <Upload />
              Upload
            </AppLink>
          </Button>
        }
      />
      <LinkTabs label="State" tabs={tabs} className="mt-2 px-6 max-sm:px-4" />
      <Filters page={page.data} />
      <div aria-busy={page.isPlaceholderData || undefined} className={page.isPlaceholderData ? 'opacity-60' : undefined}>
        <List slug={slug} state={state} page={page} />
      </div>
    </>
  );
}

function Filters({ page }: { page: AccountsPage | undefined }) {
  const { params, go, replace } = useAddress();
  return (
    <FilterBar
      search={<SearchField label="Name or identifier" value={params.get('q') ?? ''} onChange={(q) => replace({ q, ...FIRST_PAGE })} />}
      set={params.get('contract_status') ? 1 : 0}
      summary={page && totalText(page)}
    >
      <ChoiceChip
        label="Status"
        options={STATUS_OPTIONS}
        value={params.get('contract_status') ?? undefined}
        onChange={(contract_status) => go({ contract_status, ...FIRST_PAGE })}
      />
    </FilterBar>
  );
}

function List({ slug, state, page }: { slug: string; state: StateTab; page: ReturnType<typeof useData<AccountsPage>> }) {
  const { params, href, go } = useAddress();
  const descending = params.get('direction') === 'desc';
  const clear = () => go({ q: undefined, contract_status: undefined, ...FIRST_PAGE });
  const filters = [...(params.get('q') ? ['Search'] : []), ...(params.get('contract_status') ? ['Status'] : [])];
  if (page.isError) return <ListFailed what="The accounts" error={page.error} onRetry={() => void page.refetch()} />;
  if (!page.data) return <TableSkeleton columns={5} label="Loading the accounts" />;
  if (page.data.rows.length === 0)
    return <NoAccounts state={state} filters={filters} onClear={clear} connectHref={`/${slug}/settings/connect`} />;
  return (
    <>
      <AccountsTable
        rows={page.data.rows}
        hrefOf={(account) => `/${slug}/accounts/${encodeURIComponent(account)}`}
        sort={{
          href: href({ direction: descending ? undefined : 'desc', ...FIRST_PAGE }),
          direction: descending ? 'descending' : 'ascending',
        }}
      />
      <Pager
        label="Pages of accounts"
        first={page.data.previous ? href(FIRST_PAGE) : undefined}
        previous={page.data.previous ? href({ ...FIRST_PAGE, before: page.data.previous }) : undefined}
        next={page.data.next ? href({ ...FIRST_PAGE, after: page.data.next }) : undefined}
        last={page.data.next ? href({ ...FIRST_PAGE, end: 'last' }) : undefined}
        className="border-t px-6"
      >
        {formatNumber(page.data.rows.length)} of {totalText(page.data)}
      </Pager>
    </>
  );
}

function totalText({ total, about }: AccountsPage): string {
  return `${about ? 'about ' : ''}${count(total, 'account')}`;
}

const REFRESH_MS = 60_000;
const TAB_WORDS: Record<StateTab, string> = { active: 'Active', marked: 'Marked', archived: 'Archived', all: 'All' };
