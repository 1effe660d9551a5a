import type { Metadata } from 'next';
import { listRunsPage } from '#lib/retention/list-runs-page.ts';
import { nextProcess } from '#lib/retention/next-process.ts';
import { presentProcess } from '#lib/retention/present-process.ts';
import { requireWorkspace } from '#lib/web/session.ts';
import { listAdmins } from '#lib/workspaces/list-admins.ts';
import { NotPermitted } from '@/app/[workspace]/not-permitted.tsx';
import { readAhead } from '@/app/[workspace]/read-ahead.ts';
import { dataAddress } from '@/components/data/data-address.ts';
import { pageParams } from '@/components/data/list-query.ts';
import { Prefetched } from '@/components/data/prefetched.tsx';
import { runsAddress } from '../runs-query.ts';
import { RunsScreen } from '../runs-screen.tsx';

export const metadata: Metadata = { title: 'Runs' };

type RunsPageProps = {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function RunsPage({ params, searchParams }: RunsPageProps) {
  const { workspace: slug } = await params;
  const { ctx, workspace } = await requireWorkspace(slug);
  if (!workspace.permissions.has('retention:view')) return <NotPermitted ctx={ctx} permission="retention:view" />;
  const ask = workspace.permissions.has('retention:configure') ? null : await listAdmins(ctx, {});
  const data = await readAhead(ctx, {
    [runsAddress(slug, pageParams(await searchParams))]: listRunsPage,
    [dataAddress(slug, 'present-process')]: presentProcess,
    [dataAddress(slug, 'next-process')]: nextProcess,
  });
  return (
    <Prefetched data={data}>
      <RunsScreen slug={slug} ask={ask} />
    </Prefetched>
  );
}
