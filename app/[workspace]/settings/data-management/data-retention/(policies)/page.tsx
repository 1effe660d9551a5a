import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { nextProcess } from '#lib/retention/next-process.ts';
import { policyRows } from '#lib/retention/policy-rows.ts';
import { getSafety } from '#lib/retention/save-safety.ts';
import { getPause } from '#lib/retention/set-pause.ts';
import { requireWorkspace } from '#lib/web/session.ts';
import { listAdmins } from '#lib/workspaces/list-admins.ts';
import { NotPermitted } from '@/app/[workspace]/not-permitted.tsx';
import { readAhead } from '@/app/[workspace]/read-ahead.ts';
import { dataAddress } from '@/components/data/data-address.ts';
import { Prefetched } from '@/components/data/prefetched.tsx';
import { HowItWorks } from '../how-it-works.tsx';
import { NextProcessLine } from '../next-process-line.tsx';
import { PoliciesEditor } from '../policies-editor.tsx';
import { SafetyCard } from '../safety-card.tsx';
import { SEEN_COOKIE } from '../seen-cookie.ts';

export const metadata: Metadata = { title: 'Data Retention' };

export default async function DataRetentionPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace: slug } = await params;
  const { ctx, workspace } = await requireWorkspace(slug);
  if (!workspace.permissions.has('retention:view')) return <NotPermitted ctx={ctx} permission="retention:view" />;
  const [{ rows, set, now }, admins, data] = await Promise.all([
    policyRows(ctx, {}),
    listAdmins(ctx, {}),
    readAhead(ctx, {
      [dataAddress(slug, 'next-process')]: nextProcess,
      [dataAddress(slug, 'safety')]: getSafety,
      [dataAddress(slug, 'pause')]: getPause,
    }),
  ]);
  const ask = workspace.permissions.has('retention:configure') ? null : admins;
  const first = set.initializedAt === null && !(await cookies()).has(SEEN_COOKIE);
  return (
    <Prefetched data={data}>
      <PoliciesEditor
        title="Data Retention"
        lead={`How long ${workspace.name} keeps what nobody uses any more, and what happens to it then.`}
        slug={slug}
        rows={rows}
        set={set}
        now={now}
        ask={ask}
        below={<SafetyCard slug={slug} allowed={{ permissions: [...workspace.permissions], ask: admins }} />}
      >
        <NextProcessLine slug={slug} />
        {first && <HowItWorks slug={slug} />}
      </PoliciesEditor>
    </Prefetched>
  );
}
