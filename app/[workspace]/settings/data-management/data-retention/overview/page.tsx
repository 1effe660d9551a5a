import type { Metadata } from 'next';
import { getForecast } from '#lib/retention/get-forecast.ts';
import { listRunsPage } from '#lib/retention/list-runs-page.ts';
import { nextProcess } from '#lib/retention/next-process.ts';
import { policyRows } from '#lib/retention/policy-rows.ts';
import { requireWorkspace } from '#lib/web/session.ts';
import { getQuota } from '#lib/workspaces/get-quota.ts';
import { listAdmins } from '#lib/workspaces/list-admins.ts';
import { NotPermitted } from '@/app/[workspace]/not-permitted.tsx';
import { readAhead } from '@/app/[workspace]/read-ahead.ts';
import { Prefetched } from '@/components/data/prefetched.tsx';
import { overviewAddresses } from './overview-addresses.ts';
import { OverviewScreen } from './overview-screen.tsx';

export const metadata: Metadata = { title: 'Retention' };

export default async function OverviewPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace: slug } = await params;
  const { ctx, workspace } = await requireWorkspace(slug);
  if (!workspace.permissions.has('retention:view')) return <NotPermitted ctx={ctx} permission="retention:view" />;
  const { next, kinds, quota, runs, forecast } = overviewAddresses(slug);
  const ask = workspace.permissions.has('retention:approve') ? null : await listAdmins(ctx, {});
  const data = await readAhead(ctx, {
    [next]: nextProcess,
    [kinds]: policyRows,
    [quota]: getQuota,
    [runs]: listRunsPage,
    [forecast]: getForecast,
  });
  return (
    <Prefetched data={data}>
      <OverviewScreen slug={slug} ask={ask} />
    </Prefetched>
  );
}
