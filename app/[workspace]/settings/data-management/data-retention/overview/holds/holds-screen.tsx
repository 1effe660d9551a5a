'use client';

import { Shield } from 'lucide-react';
import type { HoldsPage } from '#lib/holds/list-holds-page.ts';
import { endHoldAction, putHoldAction } from '@/app/[workspace]/settings/data-management/data-retention/marked/actions.ts';
import { useAction } from '@/app/[workspace]/use-action.ts';
import { dataAddress } from '@/components/data/data-address.ts';
import { useAddress } from '@/components/data/use-address.ts';
import { useData } from '@/components/data/use-data.ts';
import { PageCrumb } from '@/components/frame/breadcrumb.tsx';
import { Page } from '@/components/frame/page.tsx';
import { type Allowed, PermittedButton } from '@/components/retention/permitted-button.tsx';
import { AppLink, TextLink } from '@/components/ui/app-link.tsx';
import { SettingsCard } from '@/components/ui/card.tsx';
import { EmptyState } from '@/components/ui/empty-state.tsx';
import { ListFailed } from '@/components/ui/list-failed.tsx';
import { Table, TableBody, TableCell, TableFoot, TableHead, TableHeader, TableRow } from '@/components/ui/table.tsx';
import { TableSkeleton } from '@/components/ui/table-skeleton.tsx';
import { notify, notifyFailed } from '@/components/ui/toaster.tsx';
import { DayText, When } from '@/components/ui/when.tsx';

type Hold = HoldsPage['rows'][number];
type HoldsScreenProps = { slug: string; allowed: Allowed };

/** R15. Everything that is kept from marking and purging, why, by whom, and until when. */
export function HoldsScreen({ slug, allowed }: HoldsScreenProps) {
  return (
    <Page
      width="content"
      title="Holds"
      lead="What is on hold is neither marked nor purged (R15). A hold on an account covers its users and objects."
    >
      <PageCrumb label="Holds" />
      <SettingsCard title="On hold">
        <List slug={slug} allowed={allowed} />
      </SettingsCard>
    </Page>
  );
}

function List({ slug, allowed }: HoldsScreenProps) {
  const { params, href } = useAddress();
  const page = useData<HoldsPage>(dataAddress(slug, 'holds', { cursor: params.get('cursor') ?? undefined }), { keep: true, every: 30_000 });
  if (page.isError && !page.data) return <ListFailed what="The holds" error={page.error} onRetry={() => void page.refetch()} />;
  if (!page.data) return <TableSkeleton columns={5} label="Loading the holds" />;
  const { rows, next, now } = page.data;
  if (rows.length === 0) {
    return (
      <EmptyState
        icon={<Shield />}
        title="Nothing is on hold"
        text="A hold is put on the page of an account, or from Marked when it is revived."
      />
    );
  }
  return (
    <>
      <Table aria-label="Holds">
        <TableHeader>
          <TableHead>On hold</TableHead>
          <TableHead>Reason</TableHead>
          <TableHead>Until</TableHead>
          <TableHead>Since, by</TableHead>
          <TableHead numeric>Action</TableHead>
        </TableHeader>
        <TableBody>
          {rows.map((hold) => (
            <Row key={`${hold.kind} ${hold.entity}`} slug={slug} hold={hold} now={now} allowed={allowed} />
          ))}
        </TableBody>
      </Table>
      {(next || params.has('cursor')) && (
        <TableFoot>
          {params.has('cursor') ? <TextLink href={href({ cursor: undefined })}>First page</TextLink> : <span />}
          {next && <TextLink href={href({ cursor: next })}>Next page</TextLink>}
        </TableFoot>
      )}
    </>
  );
}

function Row({ slug, hold, now, allowed }: HoldsScreenProps & { hold: Hold; now: string }) {
  const { kind, account, account_name, entity, reason, until, since, by } = hold;
  const name = kind === 'accounts' ? (account_name ?? account) : decodeURIComponent(entity.split('/').at(-1) ?? '');
  const end = useEndHold(hold, name);
  return (
    <TableRow className="max-sm:pl-1">
      <TableCell phone="name" className="sm:max-w-52">
        <AppLink
          href={`/${slug}/accounts/${encodeURIComponent(account)}`}
          className="block truncate rounded-sm font-medium hover:underline"
        >
          {name}
        </AppLink>
        {kind !== 'accounts' && (
          <span className="block truncate text-muted-foreground text-xs">
            {kind === 'users' ? 'User' : 'Object'} of {account_name ?? account}
          </span>
        )}
      </TableCell>
      <TableCell phone="line" className="break-words sm:max-w-64 sm:py-2">
        {reason}
      </TableCell>
      <TableCell phone="line" label="Until" className="whitespace-nowrap">
        {until === null ? 'a person ends it' : <DayText day={until} time="02:00" now={now} quiet />}
      </TableCell>
      <TableCell phone="line" quiet>
        <When at={since} quiet />, {by}
      </TableCell>
      <TableCell phone="line" numeric>
        <PermittedButton
          permission="retention:hold"
          doing="Ending a hold"
          allowed={allowed}
          size="sm"
          pending={end.pending}
          aria-label={`End the hold on ${name}`}
          onClick={() => void end.run()}
        >
          End hold
        </PermittedButton>
      </TableCell>
    </TableRow>
  );
}

/** Ends a hold; its toast puts it back as it was. */
function useEndHold({ kind, entity, reason, until }: Hold, name: string) {
  const end = useAction(endHoldAction);
  const put = useAction(putHoldAction);
  const undo = async () => {
    const answer = await put.run({ kind, entity, reason, until });
    if (!answer.ok) notifyFailed({ title: 'This was not undone', description: answer.message });
  };
  const run = async () => {
    const answer = await end.run({ kind, entity });
    if (!answer.ok) return notifyFailed({ title: 'The hold was not ended', description: answer.message });
    notify({ title: `The hold on ${name} is ended`, icon: <Shield />, action: { label: 'Undo', onClick: () => void undo() } });
  };
  return { run, pending: end.pending };
}
