import type { Metadata } from 'next';
import { nextProcess } from '#lib/retention/next-process.ts';
import { nextPurges } from '#lib/retention/next-purges.ts';
import { requireWorkspace } from '#lib/web/session.ts';
import { NotPermitted } from '@/app/[workspace]/not-permitted.tsx';
import { readAhead } from '@/app/[workspace]/read-ahead.ts';
import { dataAddress } from '@/components/data/data-address.ts';
import { Prefetched } from '@/components/data/prefetched.tsx';
import { NextScreen } from './next-screen.tsx';

export const metadata: Metadata = { title: 'Next daily process' };

export default async function NextProcessPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace: slug } = await params;
  const { ctx, workspace } = await requireWorkspace(slug);
  if (!workspace.permissions.has('retention:view')) return <NotPermitted ctx={ctx} permission="retention:view" />;
  return (
    <Prefetched
      data={
        await readAhead(ctx, { [dataAddress(slug, 'next-process')]: nextProcess, [dataAddress(slug, 'next-process/purges')]: nextPurges })
      }
    >
      <NextScreen slug={slug} />
    </Prefetched>
  );
}
