import type { RunPage } from '#lib/retention/run-page.ts';
import { Card, CardBody } from '@/components/ui/card.tsx';
import { count, formatShare } from '@/components/ui/format.ts';
import { Progress } from '@/components/ui/progress.tsx';
import { stepWords } from './step-words.ts';

/** How far a run is, while it is under way. */
export function RunProgress({ run, steps }: Pick<RunPage, 'run' | 'steps'>) {
  if (run.state !== 'running' && run.state !== 'failed') return null;
  const next = steps.find(({ state }) => state === 'next');
  const share = run.steps === 0 ? 1 : run.steps_done / run.steps;
  return (
    <Card aria-label="Progress">
      <CardBody className="grid gap-2.5">
        <p aria-live="polite" className="flex justify-between gap-4 tabular-nums">
          <span>
            {next ? `${stepWords(next)}…` : 'Ending…'}
            {next && next.rows > 0 && <span className="text-muted-foreground"> {count(next.rows, 'row')} so far</span>}
          </span>
          <span className="text-muted-foreground">{formatShare(share)}</span>
        </p>
        <Progress label="Progress of the run" value={run.steps_done} max={run.steps} text={`step ${run.steps_done} of ${run.steps}`} />
        <p className="text-muted-foreground text-xs">It goes on if you leave this page.</p>
      </CardBody>
    </Card>
  );
}
