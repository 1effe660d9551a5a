import { CircleCheck } from 'lucide-react';
import type { Advanced } from '#lib/workspaces/advance-test-clock.ts';
import { TextLink } from '@/components/ui/app-link.tsx';
import { Button } from '@/components/ui/button.tsx';
import { DialogActions, DialogBody, DialogClose } from '@/components/ui/dialog.tsx';
import { count, formatDay, formatInstant, formatNumber } from '@/components/ui/format.ts';
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table.tsx';

type AdvanceResultProps = {
  slug: string;
  to: string;
  /** Null where the answer was not waited for. */
  advanced: Advanced | null;
  onAgain: () => void;
};

/** What ran on the way, the days on which something happened one by one. */
export function AdvanceResult({ slug, to, advanced, onAgain }: AdvanceResultProps) {
  const runs = advanced?.runs.map(({ day, marked, lifted, purged }) => ({
    day,
    marked: sum(marked),
    lifted: sum(lifted),
    purged: sum(purged),
  }));
  const busy = runs?.filter(({ marked, lifted, purged }) => marked + lifted + purged > 0) ?? [];
  return (
    <>
      <DialogBody>
        <p role="status" className="flex items-center gap-2 font-medium">
          <CircleCheck aria-hidden className="text-primary" />
          The clock stands at {formatInstant(to)}
        </p>
        <p className="mt-1 text-muted-foreground">
          {runs ? (
            ranWords(runs.length, busy.length)
          ) : (
            <>
              What ran on the way stands in the{' '}
              <DialogClose asChild>
                <TextLink href={`/${slug}/settings/data-management/data-retention/runs`}>list of runs</TextLink>
              </DialogClose>
              .
            </>
          )}
        </p>
      </DialogBody>
      {busy.length > 0 && <Days slug={slug} days={busy} />}
      <footer className="sticky bottom-0 border-t bg-popover px-6 py-4 max-sm:px-4">
        <DialogActions>
          <Button onClick={onAgain}>Advance again</Button>
          <DialogClose asChild>
            <Button variant="primary">Done</Button>
          </DialogClose>
        </DialogActions>
      </footer>
    </>
  );
}

function ranWords(runs: number, busy: number): string {
  if (runs === 0) return 'No daily process was due on the way.';
  const ran = `${count(runs, 'daily process', 'daily processes')} ran`;
  if (busy === 0) return `${ran}; nothing was marked, lifted or purged.`;
  return busy === runs ? `${ran}.` : `${ran}; ${count(runs - busy, 'quiet day')} not listed.`;
}

type Ran = { day: string; marked: number; lifted: number; purged: number };

function Days({ slug, days }: { slug: string; days: readonly Ran[] }) {
  return (
    <Table className="border-t">
      <TableHeader>
        <TableHead>Process day</TableHead>
        <TableHead numeric>Marked</TableHead>
        <TableHead numeric>Lifted</TableHead>
        <TableHead numeric>Purged</TableHead>
      </TableHeader>
      <TableBody>
        {days.map(({ day, marked, lifted, purged }) => (
          <TableRow key={day} single>
            <TableCell phone="name" className="font-medium tabular-nums">
              <DialogClose asChild>
                <TextLink prefetch={false} href={`/${slug}/settings/data-management/data-retention/runs/${day}`}>
                  {formatDay(day)}
                </TextLink>
              </DialogClose>
            </TableCell>
            <TableCell numeric phone="line" label="Marked">
              {formatNumber(marked)}
            </TableCell>
            <TableCell numeric phone="line" label="Lifted">
              {formatNumber(lifted)}
            </TableCell>
            <TableCell numeric phone="line" label="Purged">
              {formatNumber(purged)}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

const sum = (counts: Record<string, number>) => Object.values(counts).reduce((a, b) => a + b, 0);
