import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getAuditEntry } from '#lib/audit/get-audit-entry.ts';
import { requireWorkspace } from '#lib/web/session.ts';
import { found } from '@/app/[workspace]/found.ts';
import { NotPermitted } from '@/app/[workspace]/not-permitted.tsx';
import { PageCrumb } from '@/components/frame/breadcrumb.tsx';
import { Page } from '@/components/frame/page.tsx';
import { actorWords } from '@/components/retention/actor-words.ts';
import { SettingsCard } from '@/components/ui/card.tsx';
import { cn } from '@/components/ui/cn.ts';
import { Code, CodeBlock } from '@/components/ui/code.tsx';
import { formatNumber } from '@/components/ui/format.ts';
import { KeyValue, KeyValues } from '@/components/ui/key-values.tsx';
import { When } from '@/components/ui/when.tsx';
import { auditWords } from '../audit-words.ts';

export const metadata: Metadata = { title: 'Audit entry' };

/** All that one entry of the trail holds. */
export default async function AuditEntryPage({ params }: { params: Promise<{ workspace: string; number: string }> }) {
  const { workspace: slug, number } = await params;
  const { ctx, workspace } = await requireWorkspace(slug);
  if (!workspace.permissions.has('retention:view')) return <NotPermitted ctx={ctx} permission="retention:view" />;
  const { entry, now, chainedTo } = (await found(() => getAuditEntry(ctx, { number }))) ?? notFound();
  const title = `Entry ${formatNumber(entry.number)}`;
  return (
    <Page title={title} lead={`${actorWords(entry.by)} ${auditWords(entry)}.`}>
      <PageCrumb label={title} />
      <SettingsCard title="What it says">
        <KeyValues>
          <KeyValue label="When">
            <When at={entry.at} now={now} minutes />
          </KeyValue>
          <KeyValue label="Who">
            {actorWords(entry.by)} <Code className="text-muted-foreground">{entry.actor}</Code>
          </KeyValue>
          <KeyValue label="Action">
            <Code>{entry.action}</Code>
          </KeyValue>
          <KeyValue label="Entity">{entry.entity ? <Code>{entry.entity}</Code> : 'None'}</KeyValue>
          <KeyValue label="Rule">{entry.rule ?? 'None'}</KeyValue>
        </KeyValues>
        {(entry.from !== null || entry.to !== null) && (
          <div className={cn('grid gap-3 border-t px-5 py-4 max-sm:px-4', entry.from !== null && entry.to !== null && 'sm:grid-cols-2')}>
            <Value label="From" value={entry.from} />
            <Value label="To" value={entry.to} />
          </div>
        )}
      </SettingsCard>
      <SettingsCard
        title="Its place in the chain"
        sentence="Each entry is hashed together with the one before it, so that a change to the past shows (R30)."
      >
        <KeyValues>
          <KeyValue label="Hash">
            <Code className="break-all">{entry.hash}</Code>
          </KeyValue>
          <KeyValue label="Chained to">
            <Code className="break-all text-muted-foreground">{chainedTo}</Code>
          </KeyValue>
        </KeyValues>
      </SettingsCard>
    </Page>
  );
}

function Value({ label, value }: { label: string; value: unknown }) {
  return value === null ? null : <CodeBlock label={label} text={JSON.stringify(value, null, 2)} />;
}
