import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { accountPage } from '#lib/entities/account-page.ts';
import { listMembersPage } from '#lib/entities/list-members-page.ts';
import { holdsOfAccount } from '#lib/holds/holds-of-account.ts';
import { explainEntity } from '#lib/retention/explain-entity.ts';
import { requireWorkspace } from '#lib/web/session.ts';
import { listAdmins } from '#lib/workspaces/list-admins.ts';
import { readAhead } from '@/app/[workspace]/read-ahead.ts';
import { accountAddresses } from '@/components/accounts/account-query.ts';
import { pageParams } from '@/components/data/list-query.ts';
import { Prefetched } from '@/components/data/prefetched.tsx';
import { AccountScreen } from './account-screen.tsx';

export const metadata: Metadata = { title: 'Account' };

type AccountPageProps = {
  params: Promise<{ workspace: string; account: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function OneAccountPage({ params, searchParams }: AccountPageProps) {
  const { workspace: slug, account: part } = await params;
  const { ctx, workspace } = await requireWorkspace(slug);
  const account = decodeURIComponent(part);
  const { page, members, holds, explanation } = accountAddresses(slug, account, pageParams(await searchParams));
  const [data, ask] = await Promise.all([
    readAhead(ctx, { [page]: accountPage, [members]: listMembersPage, [holds]: holdsOfAccount, [explanation]: explainEntity }),
    listAdmins(ctx, {}),
  ]);
  if (data[page] === undefined) notFound();
  return (
    <Prefetched data={data}>
      <AccountScreen slug={slug} account={account} allowed={{ permissions: [...workspace.permissions], ask }} />
    </Prefetched>
  );
}
