'use client';

import { useEffect, useEffectEvent } from 'react';
import { parseInstant } from '#lib/time.ts';
import type { WorkspaceState } from '#lib/workspaces/workspace-state.ts';
import { dataAddress } from '@/components/data/data-address.ts';
import { useData } from '@/components/data/use-data.ts';
import { Button } from '@/components/ui/button.tsx';
import { DialogBody } from '@/components/ui/dialog.tsx';
import { count, formatInstant } from '@/components/ui/format.ts';
import { Progress } from '@/components/ui/progress.tsx';
import { runsBetween } from './advance-steps.ts';

type AdvanceUnderWayProps = {
  slug: string;
  from: string;
  to: string;
  /** Where no answer is waited for any more: what to do when the clock gets there, or is not believed to. */
  onReached: (() => void) | undefined;
  onGiveUp: (() => void) | undefined;
};

/** How far the clock has come, read from the clock itself. */
export function AdvanceUnderWay({ slug, from, to, onReached, onGiveUp }: AdvanceUnderWayProps) {
  const { data } = useData<WorkspaceState>(dataAddress(slug, 'state'), { every: 700 });
  const now = data?.now ?? from;
  const reached = now >= to;
  const tell = useEffectEvent(() => onReached?.());
  const unheard = onReached !== undefined;
  useEffect(() => {
    if (reached && unheard) tell();
  }, [reached, unheard]);
  const runs = runsBetween(parseInstant(from), parseInstant(to));
  const done = Math.min(runs, Math.max(0, runsBetween(parseInstant(from), parseInstant(now)) - 1));
  return (
    <DialogBody className="grid gap-3">
      <p className="flex justify-between gap-4 tabular-nums">
        <span>{formatInstant(now)}</span>
        <span className="text-muted-foreground">
          {done} of {count(runs, 'run')}
        </span>
      </p>
      <Progress label="Advancing" value={done} max={Math.max(1, runs)} text={`${done} of ${count(runs, 'run')}`} />
      <p className="text-muted-foreground">One day after the other, until {formatInstant(to)}. It goes on if you close this.</p>
      {onGiveUp && (
        <div className="flex items-center justify-between gap-4 max-sm:flex-col max-sm:items-stretch">
          <p className="text-muted-foreground">The server takes longer than usual. Where it was cut off, a second advance goes on.</p>
          <Button onClick={onGiveUp}>Choose again</Button>
        </div>
      )}
    </DialogBody>
  );
}
