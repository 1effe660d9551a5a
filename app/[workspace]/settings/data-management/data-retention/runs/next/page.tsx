import type { Metadata } from 'next';
import { nextProcess } from '#lib/retention/next-process.ts';
import { requireWorkspace } from '#lib/web/session.ts';
import { NotPermitted } from '@/app/[workspace]/not-permitted.tsx';
import { dataAddress } from '@/components/data/data-address.ts';
import { Prefetched } from '@/components/data/prefetched.tsx';
import { NextScreen } from './next-screen.tsx';

export const metadata: Metadata = { title: 'Next daily process' };

export default async function NextProcessPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace: slug } = await params;
  const { ctx, workspace } = await requireWorkspace(slug);
  if (!workspace.permissions.has('retention:view')) return <NotPermitted ctx={ctx} permission="retention:view" />;
  return (
    <Prefetched data={{ [dataAddress(slug, 'next-process')]: await nextProcess(ctx, {}) }}>
      <NextScreen slug={slug} />
    </Prefetched>
  );
}
