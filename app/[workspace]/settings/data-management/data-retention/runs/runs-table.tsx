import type { RunsPage } from '#lib/retention/list-runs-page.ts';
import { actorWords } from '@/components/retention/actor-words.ts';
import { AppLink } from '@/components/ui/app-link.tsx';
import { formatDay, formatDuration, formatNumber, formatShare } from '@/components/ui/format.ts';
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table.tsx';
import { RunState } from './run-state.tsx';

type RunRow = RunsPage['rows'][number];

type RunsTableProps = { slug: string; rows: readonly RunRow[]; inCard?: boolean };

export function RunsTable({ slug, rows, inCard = false }: RunsTableProps) {
  return (
    <Table bleed={!inCard} aria-label="Runs">
      <TableHeader>
        <TableHead>Process day</TableHead>
        <TableHead>Status</TableHead>
        <TableHead numeric>Duration</TableHead>
        <TableHead numeric>Expected marks</TableHead>
        <TableHead numeric>Marked</TableHead>
        <TableHead numeric>Lifted</TableHead>
        <TableHead numeric>Purged</TableHead>
        <TableHead className="pl-8">Started by</TableHead>
      </TableHeader>
      <TableBody>
        {rows.map((run) => (
          <Row key={run.day} slug={slug} run={run} />
        ))}
      </TableBody>
    </Table>
  );
}

function Row({ slug, run }: { slug: string; run: RunRow }) {
  const { day, state, totals, duration_ms } = run;
  return (
    <TableRow single className="hover:bg-accent/50 max-sm:pl-1">
      <TableCell phone="name" className="tabular-nums">
        <AppLink
          prefetch={false}
          href={`/${slug}/settings/data-management/data-retention/runs/${day}`}
          className="whitespace-nowrap font-medium after:absolute after:inset-0"
        >
          {formatDay(day)}
        </AppLink>
      </TableCell>
      <TableCell phone="value">
        <span className="inline-flex items-center gap-1.5">
          <RunState state={state} />
          {state === 'running' && <span className="text-muted-foreground tabular-nums">{formatShare(run.steps_done / run.steps)}</span>}
        </span>
      </TableCell>
      <TableCell numeric quiet phone="hidden">
        {duration_ms !== null && formatDuration(duration_ms)}
      </TableCell>
      <TableCell numeric quiet phone="hidden">
        {formatNumber(sum(run.expected.marked))}
      </TableCell>
      <TableCell numeric phone="hidden">
        {formatNumber(totals.marked)}
        <Waiting run={run} />
      </TableCell>
      <TableCell numeric phone="hidden">
        {formatNumber(totals.lifted)}
      </TableCell>
      <TableCell numeric phone="hidden">
        {formatNumber(totals.purged)}
      </TableCell>
      <TableCell quiet phone="hidden" className="pl-8">
        {actorWords(run.started_by)}
      </TableCell>
      <TableCell quiet phone="line" className="tabular-nums sm:hidden">
        marked {formatNumber(totals.marked)} of {formatNumber(sum(run.expected.marked))} expected, lifted {formatNumber(totals.lifted)},
        purged {formatNumber(totals.purged)}
      </TableCell>
    </TableRow>
  );
}

/** Marks that wait for a person, behind those that were made. */
function Waiting({ run }: { run: RunRow }) {
  const waiting = run.breaker.filter(({ answer }) => answer === null).reduce((all, { marks }) => all + marks, 0);
  return waiting > 0 && <span className="text-marked"> + {formatNumber(waiting)}</span>;
}

export function sum(counts: Record<string, number>): number {
  return Object.values(counts).reduce((a, b) => a + b, 0);
}
