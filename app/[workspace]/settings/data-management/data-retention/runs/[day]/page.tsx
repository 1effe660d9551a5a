import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { listRunEffects } from '#lib/retention/list-run-effects.ts';
import { runPage } from '#lib/retention/run-page.ts';
import { requireWorkspace } from '#lib/web/session.ts';
import { listAdmins } from '#lib/workspaces/list-admins.ts';
import { found } from '@/app/[workspace]/found.ts';
import { NotPermitted } from '@/app/[workspace]/not-permitted.tsx';
import { readAhead } from '@/app/[workspace]/read-ahead.ts';
import { dataAddress } from '@/components/data/data-address.ts';
import { pageParams } from '@/components/data/list-query.ts';
import { Prefetched } from '@/components/data/prefetched.tsx';
import { formatDay } from '@/components/ui/format.ts';
import { effectsAddress } from '../runs-query.ts';
import { RunScreen } from './run-screen.tsx';

type RunPageProps = {
  params: Promise<{ workspace: string; day: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: RunPageProps): Promise<Metadata> {
  const { day } = await params;
  return { title: /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day)) ? `Run of ${formatDay(day)}` : 'Run' };
}

/** One day's run: how far it is, what it did to whom, and by which settings. */
export default async function RunOfDayPage({ params, searchParams }: RunPageProps) {
  const { workspace: slug, day } = await params;
  const { ctx, workspace } = await requireWorkspace(slug);
  if (!workspace.permissions.has('retention:view')) return <NotPermitted ctx={ctx} permission="retention:view" />;
  const run = (await found(() => runPage(ctx, { day }))) ?? notFound();
  const ask = workspace.permissions.has('retention:approve') ? null : await listAdmins(ctx, {});
  const effects = effectsAddress(slug, day, pageParams(await searchParams));
  const data = await readAhead(ctx, { [effects]: (context, query) => listRunEffects(context, { ...(query as object), day }) });
  return (
    <Prefetched data={{ ...data, [dataAddress(slug, `runs/${day}`)]: run }}>
      <RunScreen slug={slug} day={day} ask={ask} />
    </Prefetched>
  );
}
