'use client';

import { Trash2 } from 'lucide-react';
import type { AccountPage } from '#lib/entities/account-page.ts';
import { referenceText } from '#lib/entities/rules/entity-reference.ts';
import { ExplainRecord } from '@/app/[workspace]/explain-record.tsx';
import { accountAddresses } from '@/components/accounts/account-query.ts';
import { AlongCard } from '@/components/accounts/along-card.tsx';
import { AttributesCard, DetailsCard } from '@/components/accounts/details-card.tsx';
import { FamilyCard } from '@/components/accounts/family-card.tsx';
import { NextCard } from '@/components/accounts/next-card.tsx';
import { UsageCard } from '@/components/accounts/usage-card.tsx';
import { DataError } from '@/components/data/fetch-data.ts';
import { useAddress } from '@/components/data/use-address.ts';
import { useData } from '@/components/data/use-data.ts';
import { PageCrumb } from '@/components/frame/breadcrumb.tsx';
import type { Explanation } from '@/components/retention/explain-words.ts';
import type { Allowed } from '@/components/retention/permitted-button.tsx';
import { PermittedButton } from '@/components/retention/permitted-button.tsx';
import { EmptyState } from '@/components/ui/empty-state.tsx';
import { ListFailed } from '@/components/ui/list-failed.tsx';
import { TableSkeleton } from '@/components/ui/table-skeleton.tsx';
import { AccountDialogs } from './account-dialogs.tsx';
import { AccountHead } from './account-head.tsx';
import { ArchiveActions } from './archive-actions.tsx';
import { Holds, useHolds } from './holds.tsx';
import { Members } from './members.tsx';
import { useAccountActions } from './use-account-actions.tsx';

export type AccountScreenProps = { slug: string; account: string; allowed: Allowed };

/** One account: what state it is in, what happens next, what can be done about it. */
export function AccountScreen({ slug, account, allowed }: AccountScreenProps) {
  const { params } = useAddress();
  const addresses = accountAddresses(slug, account, params);
  const page = useData<AccountPage>(addresses.page, { every: REFRESH_MS });
  const explained = useData<Explanation>(addresses.explanation, { every: REFRESH_MS });
  if (page.error instanceof DataError && page.error.status === 404) return <Gone account={account} />;
  if (!page.data && page.error) return <ListFailed what="The account" error={page.error} onRetry={() => void page.refetch()} />;
  if (!page.data) return <TableSkeleton label="Loading the account" />;
  return <Shown slug={slug} page={page.data} explained={explained.data} allowed={allowed} />;
}

type ShownProps = { slug: string; page: AccountPage; explained: Explanation | undefined; allowed: Allowed };

function Shown({ slug, page, explained, allowed }: ShownProps) {
  const actions = useAccountActions(slug, page);
  const holds = useHolds(slug, page, allowed);
  const hrefOf = (other: string) => `/${slug}/accounts/${encodeURIComponent(other)}`;
  const { account } = page;
  return (
    <div className="flex-1 px-8 pt-7 pb-8 max-sm:px-3 max-sm:pt-5">
      <PageCrumb label={account.name ?? account.account} />
      <div className="mx-auto max-w-[1000px] space-y-5">
        <AccountHead page={page} hold={holds?.find(({ kind }) => kind === 'accounts')} allowed={allowed} actions={actions} />
        <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_292px]">
          <div className="grid min-w-0 gap-5">
            <NextCard
              page={page}
              explained={explained}
              explain={
                <ExplainRecord
                  slug={slug}
                  kind="accounts"
                  entity={referenceText({ kind: 'accounts', account: account.account })}
                  name={account.name ?? account.account}
                  now={page.now}
                />
              }
            />
            <UsageCard page={page} />
            <FamilyCard page={page} explained={explained} hrefOf={hrefOf} />
            <Members slug={slug} page={page} />
          </div>
          <div className="grid min-w-0 gap-5">
            <DetailsCard
              page={page}
              hrefOf={hrefOf}
              edit={
                <PermittedButton
                  permission="entities:edit"
                  doing="Editing"
                  allowed={allowed}
                  variant="ghost"
                  size="sm"
                  className="-my-1 -mr-2"
                  onClick={() => actions.setAsked({ name: 'edit' })}
                >
                  Edit
                </PermittedButton>
              }
            />
            <AlongCard page={page} />
            <Holds page={page} holds={holds} allowed={allowed} actions={actions} />
            <ArchiveActions page={page} allowed={allowed} actions={actions} />
            <AttributesCard attributes={account.attributes} />
          </div>
        </div>
      </div>
      <AccountDialogs page={page} actions={actions} />
    </div>
  );
}

function Gone({ account }: { account: string }) {
  return (
    <EmptyState
      icon={<Trash2 />}
      heading
      title={`${account} is gone for good`}
      text="It was there when this page was opened. The audit trail says when it went, and why."
      className="flex-1 justify-center"
    />
  );
}

const REFRESH_MS = 30_000;
