import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Suspense } from 'react';
import type { Permission } from '#lib/auth/rules/permissions.ts';
import type { Context } from '#lib/context.ts';
import { accountPage } from '#lib/entities/account-page.ts';
import { getAccount } from '#lib/entities/get-account.ts';
import { listMembersPage } from '#lib/entities/list-members-page.ts';
import { holdsOfAccount } from '#lib/holds/holds-of-account.ts';
import { explainEntity } from '#lib/retention/explain-entity.ts';
import { requireWorkspace } from '#lib/web/session.ts';
import { listAdmins } from '#lib/workspaces/list-admins.ts';
import { found } from '@/app/[workspace]/found.ts';
import { PageLoading } from '@/app/[workspace]/page-loading.tsx';
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

/** Whether it is there is asked before anything is sent, so that what is gone is answered with 404; the rest comes when it is read. */
export default async function OneAccountPage({ params, searchParams }: AccountPageProps) {
  const { workspace: slug, account: part } = await params;
  const { ctx, workspace } = await requireWorkspace(slug);
  const account = decodeURIComponent(part);
  if (!(await found(() => getAccount(ctx, { account })))) notFound();
  return (
    <Suspense fallback={<PageLoading />}>
      <OneAccount ctx={ctx} slug={slug} account={account} query={pageParams(await searchParams)} permissions={[...workspace.permissions]} />
    </Suspense>
  );
}

type OneAccountProps = { ctx: Context; slug: string; account: string; query: URLSearchParams; permissions: readonly Permission[] };

async function OneAccount({ ctx, slug, account, query, permissions }: OneAccountProps) {
  const { page, members, holds, explanation } = accountAddresses(slug, account, query);
  const [data, ask] = await Promise.all([
    readAhead(ctx, { [page]: accountPage, [members]: listMembersPage, [holds]: holdsOfAccount, [explanation]: explainEntity }),
    listAdmins(ctx, {}),
  ]);
  return (
    <Prefetched data={data}>
      <AccountScreen slug={slug} account={account} allowed={{ permissions, ask }} />
    </Prefetched>
  );
}
