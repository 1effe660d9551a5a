'use client';

import { Lock, Play } from 'lucide-react';
import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { PresentProcess } from '#lib/retention/present-process.ts';
import { useAction } from '@/app/[workspace]/use-action.ts';
import { dataAddress } from '@/components/data/data-address.ts';
import { useData } from '@/components/data/use-data.ts';
import { NoPermission } from '@/components/retention/no-permission.tsx';
import { Alert } from '@/components/ui/alert-dialog.tsx';
import { Button } from '@/components/ui/button.tsx';
import { FieldError } from '@/components/ui/field.tsx';
import { count, formatDay, formatInstant } from '@/components/ui/format.ts';
import type { NextProcessData } from '../next-process-line.tsx';
import { runNowAction } from './actions.ts';
import type { RunsScreenProps } from './runs-screen.tsx';

/** Starts the present process day's run, after saying what it will do; where that cannot be, says why. */
export function RunNow({ slug, ask }: RunsScreenProps) {
  const { data: present } = useData<PresentProcess>(dataAddress(slug, 'present-process'), { every: 15_000 });
  const { data: next } = useData<NextProcessData>(dataAddress(slug, 'next-process'));
  const [asking, setAsking] = useState(false);
  const reason = present && reasonOf(present, next?.at);
  return (
    <div className="flex min-h-12 flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b px-6 py-2 max-sm:px-4">
      {ask ? (
        <NoPermission why="You can read the runs, not start one." doing="Starting one" permission="retention:configure" ask={ask} />
      ) : (
        <p className="text-muted-foreground text-sm">{reason ?? (present ? `The run of ${formatDay(present.day)} has not begun.` : '')}</p>
      )}
      <Button disabled={ask !== null || !present || reason !== null} onClick={() => setAsking(true)}>
        {ask ? <Lock /> : <Play />}
        Run now
      </Button>
      {present && asking && <Confirm slug={slug} present={present} onClose={() => setAsking(false)} />}
    </div>
  );
}

function Confirm({ slug, present, onClose }: { slug: string; present: PresentProcess; onClose: () => void }) {
  const router = useRouter();
  const { run, pending } = useAction(runNowAction);
  const [error, setError] = useState<string>();
  const start = async () => {
    setError(undefined);
    const answer = await run({});
    if (!answer.ok) return setError(answer.message);
    onClose();
    router.push(`/${slug}/settings/data-management/data-retention/runs/${answer.result.day}` as Route);
  };
  return (
    <Alert
      open
      onOpenChange={(open) => !open && !pending && onClose()}
      title={`Run the daily process of ${formatDay(present.day)} now?`}
      description={
        <>
          <p className="text-base text-foreground">It {deedsOf(present)}.</p>
          <p className="mt-1">What it marks can be revived for 30 days. What it purges is gone for good. A day runs once.</p>
        </>
      }
      action="Run now"
      pending={pending}
      onConfirm={() => void start()}
    >
      <FieldError text={error} />
    </Alert>
  );
}

/** Why it cannot be run; null where it can. */
function reasonOf({ day, run }: PresentProcess, nextAt: string | undefined): string | null {
  const next = nextAt ? ` The next one begins ${formatInstant(nextAt)}.` : '';
  if (run === null) return null;
  if (run === 'running') return `The run of ${formatDay(day)} is under way.`;
  if (run === 'failed') return `The run of ${formatDay(day)} was cut off, and is tried again by itself.`;
  if (run === 'waiting') return `The run of ${formatDay(day)} waits for a person.${next}`;
  return `The run of ${formatDay(day)} is done.${next}`;
}

function deedsOf({ marks, purges }: PresentProcess): string {
  if (marks === 0 && purges === 0) return 'marks nothing and purges nothing';
  return `marks ${count(marks, 'entity', 'entities')} and purges ${count(purges, 'entity', 'entities')}`;
}
