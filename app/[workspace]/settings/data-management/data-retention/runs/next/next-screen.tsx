'use client';

import { CalendarCheck2 } from 'lucide-react';
import { own } from '#lib/retention/rules/own.ts';
import { type NextProcessData, NextProcessLine } from '@/app/[workspace]/settings/data-management/data-retention/next-process-line.tsx';
import { dataAddress } from '@/components/data/data-address.ts';
import { useData } from '@/components/data/use-data.ts';
import { PageCrumb } from '@/components/frame/breadcrumb.tsx';
import { Page } from '@/components/frame/page.tsx';
import { byKind, kindName } from '@/components/retention/kind-name.ts';
import { SettingsCard } from '@/components/ui/card.tsx';
import { EmptyState } from '@/components/ui/empty-state.tsx';
import { formatNumber } from '@/components/ui/format.ts';
import { Table, TableBody, TableCell, TableFoot, TableHead, TableHeader, TableRow } from '@/components/ui/table.tsx';
import { TableSkeleton } from '@/components/ui/table-skeleton.tsx';
import { NextMarks } from './next-marks.tsx';
import { NextPurges } from './next-purges.tsx';

/** What the next daily process will do if nothing arrives: how many of each kind, and which. */
export function NextScreen({ slug }: { slug: string }) {
  const { data } = useData<NextProcessData>(dataAddress(slug, 'next-process'));
  return (
    <Page title="Next daily process" lead="Counted by the conditions of the run itself, on what is known now.">
      <PageCrumb label="Next" />
      <NextProcessLine slug={slug} unlinked />
      <SettingsCard
        title="By kind"
        sentence="If nothing arrives until then. Information that comes before it, or a revive, takes an entity out."
      >
        {!data ? (
          <TableSkeleton rows={4} columns={3} />
        ) : data.marks + data.purges === 0 ? (
          <Quiet paused={data.paused} />
        ) : (
          <Kinds next={data} />
        )}
      </SettingsCard>
      {data && <NextPurges slug={slug} day={data.day} purged={data.purged} />}
      {data && <NextMarks slug={slug} day={data.day} marked={data.marked} />}
    </Page>
  );
}

/** R29. Lifts and the ends of holds go on through a pause. */
function Quiet({ paused: { marking, purging } }: Pick<NextProcessData, 'paused'>) {
  const what = marking && purging ? 'Marking and purging wait' : marking ? 'Marking waits' : purging ? 'Purging waits' : null;
  return (
    <EmptyState
      icon={<CalendarCheck2 />}
      title={marking && purging ? 'Nothing is marked or purged' : 'Nothing to mark, nothing to purge'}
      text={`${what === null ? '' : `${what} for the end of the pause. `}Lifts and the ends of holds go on.`}
    />
  );
}

function Kinds({ next }: { next: NextProcessData }) {
  const kinds = [...new Set([...Object.keys(next.marked), ...Object.keys(next.purged)])].sort(byKind);
  return (
    <>
      <Table aria-label="By kind">
        <TableHeader>
          <TableHead>Kind</TableHead>
          <TableHead numeric>Marks</TableHead>
          <TableHead numeric>Purges</TableHead>
        </TableHeader>
        <TableBody>
          {kinds.map((kind) => (
            <TableRow key={kind} single className="max-sm:pl-1">
              <TableCell phone="name" className="font-medium">
                {kindName(kind)}
              </TableCell>
              <TableCell numeric phone="line" label="Marks">
                {formatNumber(own(next.marked, kind) ?? 0)}
              </TableCell>
              <TableCell numeric phone="line" label="Purges">
                {formatNumber(own(next.purged, kind) ?? 0)}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      <TableFoot>
        Marks count sub-accounts that go along, purges everything that is deleted: users and objects that go with their account, too.
      </TableFoot>
    </>
  );
}
