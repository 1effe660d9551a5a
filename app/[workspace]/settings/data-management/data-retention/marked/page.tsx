import type { Metadata } from 'next';
import { listMarkedPage } from '#lib/retention/list-marked-page.ts';
import { markedTotals } from '#lib/retention/marked-totals.ts';
import { nextProcess } from '#lib/retention/next-process.ts';
import { requireWorkspace } from '#lib/web/session.ts';
import { listAdmins } from '#lib/workspaces/list-admins.ts';
import { NotPermitted } from '@/app/[workspace]/not-permitted.tsx';
import { readAhead } from '@/app/[workspace]/read-ahead.ts';
import { dataAddress } from '@/components/data/data-address.ts';
import { pageParams } from '@/components/data/list-query.ts';
import { Prefetched } from '@/components/data/prefetched.tsx';
import { markedAddresses } from '@/components/retention/marked-query.ts';
import { MarkedScreen } from './marked-screen.tsx';

export const metadata: Metadata = { title: 'Marked' };

type MarkedPageProps = {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function MarkedPage({ params, searchParams }: MarkedPageProps) {
  const { workspace: slug } = await params;
  const { ctx, workspace } = await requireWorkspace(slug);
  if (!workspace.permissions.has('retention:view')) return <NotPermitted ctx={ctx} permission="retention:view" />;
  const { rows, totals } = markedAddresses(slug, pageParams(await searchParams));
  const [data, ask] = await Promise.all([
    readAhead(ctx, { [rows]: listMarkedPage, [totals]: markedTotals, [dataAddress(slug, 'next-process')]: nextProcess }),
    listAdmins(ctx, {}),
  ]);
  return (
    <Prefetched data={data}>
      <MarkedScreen slug={slug} allowed={{ permissions: [...workspace.permissions], ask }} />
    </Prefetched>
  );
}
