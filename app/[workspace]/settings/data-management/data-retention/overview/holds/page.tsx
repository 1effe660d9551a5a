import type { Metadata } from 'next';
import { listHoldsPage } from '#lib/holds/list-holds-page.ts';
import { requireWorkspace } from '#lib/web/session.ts';
import { listAdmins } from '#lib/workspaces/list-admins.ts';
import { NotPermitted } from '@/app/[workspace]/not-permitted.tsx';
import { readAhead } from '@/app/[workspace]/read-ahead.ts';
import { dataAddress } from '@/components/data/data-address.ts';
import { pageParams } from '@/components/data/list-query.ts';
import { Prefetched } from '@/components/data/prefetched.tsx';
import { HoldsScreen } from './holds-screen.tsx';

export const metadata: Metadata = { title: 'Holds' };

type HoldsPageProps = {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function HoldsPage({ params, searchParams }: HoldsPageProps) {
  const { workspace: slug } = await params;
  const { ctx, workspace } = await requireWorkspace(slug);
  if (!workspace.permissions.has('retention:view')) return <NotPermitted ctx={ctx} permission="retention:view" />;
  const cursor = pageParams(await searchParams).get('cursor') ?? undefined;
  const [data, ask] = await Promise.all([readAhead(ctx, { [dataAddress(slug, 'holds', { cursor })]: listHoldsPage }), listAdmins(ctx, {})]);
  return (
    <Prefetched data={data}>
      <HoldsScreen slug={slug} allowed={{ permissions: [...workspace.permissions], ask }} />
    </Prefetched>
  );
}
