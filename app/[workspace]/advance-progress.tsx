import { parseInstant } from '#lib/time.ts';
import { DialogBody } from '@/components/ui/dialog.tsx';
import { count, formatInstant } from '@/components/ui/format.ts';
import { Progress } from '@/components/ui/progress.tsx';
import { runsBetween } from './advance-steps.ts';

export type AdvanceProgressProps = { from: string; now: string; to: string };

/** How far the clock has come. */
export function AdvanceProgress({ from, now, to }: AdvanceProgressProps) {
  const runs = runsBetween(parseInstant(from), parseInstant(to));
  const done = Math.min(runs, Math.max(0, runsBetween(parseInstant(from), parseInstant(now)) - 1));
  return (
    <DialogBody className="grid gap-3">
      <p aria-live="polite" className="flex justify-between gap-4 tabular-nums">
        <span>{formatInstant(now)}</span>
        <span className="text-muted-foreground">
          {done} of {count(runs, 'run')}
        </span>
      </p>
      <Progress label="Advancing" value={done} max={Math.max(1, runs)} text={`${done} of ${count(runs, 'run')}`} />
      <p className="text-muted-foreground">One day after the other, until {formatInstant(to)}. It goes on if you close this.</p>
    </DialogBody>
  );
}
