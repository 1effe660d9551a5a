import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { nextProcess } from '#lib/retention/next-process.ts';
import { policyRows } from '#lib/retention/policy-rows.ts';
import { requireWorkspace } from '#lib/web/session.ts';
import { listAdmins } from '#lib/workspaces/list-admins.ts';
import { NotPermitted } from '@/app/[workspace]/not-permitted.tsx';
import { dataAddress } from '@/components/data/data-address.ts';
import { Prefetched } from '@/components/data/prefetched.tsx';
import { HowItWorks } from './how-it-works.tsx';
import { NextProcessLine } from './next-process-line.tsx';
import { PoliciesEditor } from './policies-editor.tsx';
import { SEEN_COOKIE } from './seen-cookie.ts';

export const metadata: Metadata = { title: 'Data Retention' };

export default async function DataRetentionPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace: slug } = await params;
  const { ctx, workspace } = await requireWorkspace(slug);
  if (!workspace.permissions.has('retention:view')) return <NotPermitted ctx={ctx} permission="retention:view" />;
  const [{ rows, set, now }, next] = await Promise.all([policyRows(ctx, {}), nextProcess(ctx, {})]);
  const ask = workspace.permissions.has('retention:configure') ? null : await listAdmins(ctx, {});
  const first = set.initializedAt === null && !(await cookies()).has(SEEN_COOKIE);
  return (
    <Prefetched data={{ [dataAddress(slug, 'next-process')]: next }}>
      <PoliciesEditor
        title="Data Retention"
        lead={`How long ${workspace.name} keeps what nobody uses any more, and what happens to it then.`}
        slug={slug}
        rows={rows}
        set={set}
        now={now}
        ask={ask}
      >
        <NextProcessLine slug={slug} />
        {first && <HowItWorks slug={slug} />}
      </PoliciesEditor>
    </Prefetched>
  );
}
