'use client';

import { useQueryClient } from '@tanstack/react-query';
import { Undo2 } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { BulkProgress } from '#lib/bulk/bulk-progress.ts';
import { dataAddress } from '@/components/data/data-address.ts';
import { useData } from '@/components/data/use-data.ts';
import { kindWord } from '@/components/retention/kind-name.ts';
import { formatNumber } from '@/components/ui/format.ts';
import { Progress } from '@/components/ui/progress.tsx';
import { notify } from '@/components/ui/toaster.tsx';

/** How far the revives of many are that this person started, here or before they left the page; says when one is done. */
export function ReviveJobs({ slug }: { slug: string }) {
  const queries = useQueryClient();
  const { data = NO_JOBS } = useData<BulkProgress[]>(dataAddress(slug, 'bulk'), { every: (jobs) => (jobs?.some(runs) ? 1000 : false) });
  const seen = useRef(new Set<string>());
  useEffect(() => {
    for (const job of data) {
      if (runs(job)) seen.current.add(job.id);
      else if (seen.current.delete(job.id)) {
        notify({ title: `${formatNumber(job.changed)} ${kindWord(job.kind, job.changed)} revived`, icon: <Undo2 /> });
        void queries.invalidateQueries();
      }
    }
  }, [data, queries]);
  return data.filter(runs).map((job) => {
    const text = `${formatNumber(job.done)} of ${formatNumber(job.total)} ${kindWord(job.kind, job.total)}`;
    return (
      <div
        key={job.id}
        className="flex flex-wrap items-center gap-x-4 gap-y-1.5 border-b bg-primary-subtle px-6 py-2.5 text-sm tabular-nums max-sm:px-4"
      >
        <p>
          <span className="font-medium">Reviving:</span> {text}
        </p>
        <Progress label="Reviving" value={job.done} max={job.total} text={text} className="min-w-40 flex-1" />
        <p className="text-muted-foreground text-xs">It goes on when this page is left.</p>
      </div>
    );
  });
}

const NO_JOBS: BulkProgress[] = [];

function runs({ command, finishedAt }: BulkProgress): boolean {
  return command === 'entities.revive' && finishedAt === null;
}
