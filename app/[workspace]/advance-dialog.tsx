'use client';

import { useState } from 'react';
import type { Advanced } from '#lib/workspaces/advance-test-clock.ts';
import type { WorkspaceState } from '#lib/workspaces/workspace-state.ts';
import { dataAddress } from '@/components/data/data-address.ts';
import { useData } from '@/components/data/use-data.ts';
import { NoPermission } from '@/components/retention/no-permission.tsx';
import { textLink } from '@/components/ui/app-link.tsx';
import { Dialog, DialogBody, DialogContent, DialogTrigger } from '@/components/ui/dialog.tsx';
import { formatInstant } from '@/components/ui/format.ts';
import { advanceTestClockAction } from './actions.ts';
import { AdvanceForm } from './advance-form.tsx';
import { AdvanceProgress } from './advance-progress.tsx';
import { AdvanceResult } from './advance-result.tsx';
import { useAction } from './use-action.ts';

export type AdvanceDialogProps = { slug: string; now: string; permitted: boolean };

type Stage = { name: 'choose'; error?: string } | { name: 'under-way'; from: string; to: string } | { name: 'done'; advanced: Advanced };

/** Moves the test clock, and shows what ran on the way. While days run it stays open; closed, the work goes on. */
export function AdvanceDialog({ slug, now, permitted }: AdvanceDialogProps) {
  const [open, setOpen] = useState(false);
  const [stage, setStage] = useState<Stage>({ name: 'choose' });
  const { run } = useAction(advanceTestClockAction);
  const advance = async (to: string) => {
    setStage({ name: 'under-way', from: now, to });
    const answer = await run({ to });
    setStage(
      answer.ok ? { name: 'done', advanced: answer.result } : { name: 'choose', error: answer.fields[0]?.message ?? answer.message },
    );
  };
  const show = (next: boolean) => {
    setOpen(next);
    if (next && stage.name === 'done') setStage({ name: 'choose' });
  };
  return (
    <Dialog open={open} onOpenChange={show}>
      <DialogTrigger className={textLink}>Advance</DialogTrigger>
      <DialogContent title="Advance the test clock" description={`It stands at ${formatInstant(now)} and only goes forward.`}>
        {!permitted ? (
          <AskForIt slug={slug} />
        ) : stage.name === 'choose' ? (
          <AdvanceForm now={now} error={stage.error} onAdvance={(to) => void advance(to)} />
        ) : stage.name === 'under-way' ? (
          <UnderWay slug={slug} from={stage.from} to={stage.to} />
        ) : (
          <AdvanceResult slug={slug} advanced={stage.advanced} onAgain={() => setStage({ name: 'choose' })} />
        )}
      </DialogContent>
    </Dialog>
  );
}

function UnderWay({ slug, from, to }: { slug: string; from: string; to: string }) {
  const { data: state } = useData<WorkspaceState>(dataAddress(slug, 'state'), { every: 700 });
  return <AdvanceProgress from={from} now={state?.now ?? from} to={to} />;
}

function AskForIt({ slug }: { slug: string }) {
  const { data: ask = [] } = useData<string[]>(dataAddress(slug, 'admins'));
  return (
    <DialogBody>
      <NoPermission why="You can see this clock, not move it." doing="Advancing it" permission="workspace:admin" ask={ask} />
    </DialogBody>
  );
}
