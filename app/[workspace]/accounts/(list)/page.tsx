import type { Metadata } from 'next';
import { listAccountsPage } from '#lib/entities/list-accounts-page.ts';
import { requireWorkspace } from '#lib/web/session.ts';
import { readAhead } from '@/app/[workspace]/read-ahead.ts';
import { accountsAddress } from '@/components/accounts/accounts-query.ts';
import { pageParams } from '@/components/data/list-query.ts';
import { Prefetched } from '@/components/data/prefetched.tsx';
import { AccountsScreen } from '../accounts-screen.tsx';

export const metadata: Metadata = { title: 'Accounts' };

type AccountsPageProps = {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** Every member of the workspace sees its accounts. */
export default async function AccountsPage({ params, searchParams }: AccountsPageProps) {
  const { workspace: slug } = await params;
  const { ctx } = await requireWorkspace(slug);
  const address = accountsAddress(slug, pageParams(await searchParams));
  return (
    <Prefetched data={await readAhead(ctx, { [address]: listAccountsPage })}>
      <AccountsScreen slug={slug} />
    </Prefetched>
  );
}
