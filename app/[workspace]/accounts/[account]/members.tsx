'use client';

import type { AccountPage } from '#lib/entities/account-page.ts';
import type { MembersPage } from '#lib/entities/list-members-page.ts';
import { referenceByPolicy, referenceText } from '#lib/entities/rules/entity-reference.ts';
import { ExplainRecord } from '@/app/[workspace]/explain-record.tsx';
import { accountAddresses, memberTab } from '@/components/accounts/account-query.ts';
import { MembersTable } from '@/components/accounts/members-table.tsx';
import { FIRST_PAGE } from '@/components/data/list-query.ts';
import { type AddressChange, useAddress } from '@/components/data/use-address.ts';
import { useData } from '@/components/data/use-data.ts';
import { kindName, kindWord } from '@/components/retention/kind-name.ts';
import { Card } from '@/components/ui/card.tsx';
import { formatNumber } from '@/components/ui/format.ts';
import { ListFailed } from '@/components/ui/list-failed.tsx';
import { Pager } from '@/components/ui/pager.tsx';
import { TableFoot } from '@/components/ui/table.tsx';
import { TableSkeleton } from '@/components/ui/table-skeleton.tsx';
import { Tabs, TabsContent, TabsList, TabsTrigger } from '@/components/ui/tabs.tsx';

/** The users of an account, and its objects by collection; tab and page stand in the address. */
export function Members({ slug, page }: { slug: string; page: AccountPage }) {
  const { params, replace } = useAddress();
  const tab = memberTab(params);
  return (
    <Card id="members" aria-label="Users and objects" className="scroll-mt-32">
      <Tabs value={tab} onValueChange={(kind) => replace({ tab: kind === 'users' ? undefined : kind, ...FIRST_PAGE })}>
        <TabsList aria-label="Users and objects" className="px-5 max-sm:px-4">
          {page.members.map(({ kind, total }) => (
            <TabsTrigger key={kind} value={kind} count={total}>
              {kindName(kind)}
            </TabsTrigger>
          ))}
        </TabsList>
        <TabsContent value={tab} tabIndex={-1}>
          <MembersPages slug={slug} page={page} kind={tab} />
        </TabsContent>
      </Tabs>
    </Card>
  );
}

function MembersPages({ slug, page, kind }: { slug: string; page: AccountPage; kind: string }) {
  const { params, replace } = useAddress();
  const address = accountAddresses(slug, page.account.account, params).members;
  const { data, error, refetch, isPlaceholderData } = useData<MembersPage>(address, { keep: true });
  if (error) return <ListFailed what={`The ${kindWord(kind, 2)}`} error={error} onRetry={() => void refetch()} />;
  if (!data) return <TableSkeleton rows={4} columns={3} label={`Loading the ${kindWord(kind, 2)}`} />;
  if (data.rows.length === 0)
    return <p className="px-5 py-8 text-center text-muted-foreground">This account has no {kindWord(kind, 2)}.</p>;
  const paged = data.previous !== null || data.next !== null;
  const to = (cursor: string | null, place: AddressChange) => (cursor === null ? undefined : () => replace({ ...FIRST_PAGE, ...place }));
  return (
    <div aria-busy={isPlaceholderData || undefined} className={isPlaceholderData ? 'opacity-60' : undefined}>
      <MembersTable
        rows={data.rows}
        label={kindName(kind)}
        accountMarked={page.account.state === 'marked'}
        explain={({ member, name }) => (
          <ExplainRecord
            slug={slug}
            kind={kind === 'users' ? 'users' : 'objects'}
            entity={referenceText(referenceByPolicy(kind, page.account.account, member))}
            name={name ?? member}
            now={data.now}
          />
        )}
      />
      {paged && (
        <Pager
          label={`Pages of ${kindWord(kind, 2)}`}
          first={to(data.previous, {})}
          previous={to(data.previous, { before: data.previous ?? '' })}
          next={to(data.next, { after: data.next ?? '' })}
          last={to(data.next, { end: 'last' })}
          className="border-t"
        >
          {formatNumber(data.rows.length)} of {data.about && 'about '}
          {formatNumber(data.total)} shown
        </Pager>
      )}
      <TableFoot>They go and come back with their account, unless they bear a mark of their own.</TableFoot>
    </div>
  );
}
