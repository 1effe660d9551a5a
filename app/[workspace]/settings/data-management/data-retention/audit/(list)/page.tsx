import type { Metadata } from 'next';
import { listActors } from '#lib/audit/list-actors.ts';
import { listAuditPage } from '#lib/audit/list-audit-page.ts';
import { nextProcess } from '#lib/retention/next-process.ts';
import { requireWorkspace } from '#lib/web/session.ts';
import { NotPermitted } from '@/app/[workspace]/not-permitted.tsx';
import { readAhead } from '@/app/[workspace]/read-ahead.ts';
import { dataAddress } from '@/components/data/data-address.ts';
import { pageParams } from '@/components/data/list-query.ts';
import { Prefetched } from '@/components/data/prefetched.tsx';
import { auditAddress } from '../audit-query.ts';
import { AuditScreen } from '../audit-screen.tsx';

export const metadata: Metadata = { title: 'Audit' };

type AuditPageProps = {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function AuditPage({ params, searchParams }: AuditPageProps) {
  const { workspace: slug } = await params;
  const { ctx, workspace } = await requireWorkspace(slug);
  if (!workspace.permissions.has('retention:view')) return <NotPermitted ctx={ctx} permission="retention:view" />;
  const data = await readAhead(ctx, {
    [auditAddress(slug, pageParams(await searchParams))]: listAuditPage,
    [dataAddress(slug, 'audit/actors')]: listActors,
    [dataAddress(slug, 'next-process')]: nextProcess,
  });
  return (
    <Prefetched data={data}>
      <AuditScreen slug={slug} />
    </Prefetched>
  );
}
