'use client';

import { useState } from 'react';
import type { Advanced } from '#lib/workspaces/advance-test-clock.ts';
import { dataAddress } from '@/components/data/data-address.ts';
import { useData } from '@/components/data/use-data.ts';
import { NoPermission } from '@/components/retention/no-permission.tsx';
import { textLink } from '@/components/ui/app-link.tsx';
import { Dialog, DialogBody, DialogContent, DialogTrigger } from '@/components/ui/dialog.tsx';
import { formatInstant } from '@/components/ui/format.ts';
import { advanceTestClockAction } from './actions.ts';
import { AdvanceForm } from './advance-form.tsx';
import { AdvanceResult } from './advance-result.tsx';
import { AdvanceUnderWay } from './advance-under-way.tsx';
import { useAction } from './use-action.ts';

type AdvanceDialogProps = { slug: string; now: string; permitted: boolean };

/** `unheard`: the answer did not come in time, but the server goes on. `advanced` is null where it never came. */
type Stage =
  | { name: 'choose'; error?: string }
  | { name: 'under-way'; from: string; to: string; unheard?: true }
  | { name: 'done'; to: string; advanced: Advanced | null };

/** Moves the test clock, and shows what ran on the way. While days run it stays open; closed, the work goes on. */
export function AdvanceDialog({ slug, now, permitted }: AdvanceDialogProps) {
  const [open, setOpen] = useState(false);
  const [stage, setStage] = useState<Stage>({ name: 'choose' });
  const { run } = useAction(advanceTestClockAction);
  const advance = async (to: string) => {
    setStage({ name: 'under-way', from: now, to });
    const answer = await run({ to });
    if (answer.ok) setStage({ name: 'done', to, advanced: answer.result });
    else if (answer.code === 'unavailable') setStage({ name: 'under-way', from: now, to, unheard: true });
    else setStage({ name: 'choose', error: answer.fields[0]?.message ?? answer.message });
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
          <AdvanceUnderWay
            slug={slug}
            from={stage.from}
            to={stage.to}
            onReached={stage.unheard && (() => setStage({ name: 'done', to: stage.to, advanced: null }))}
            onGiveUp={stage.unheard && (() => setStage({ name: 'choose' }))}
          />
        ) : (
          <AdvanceResult slug={slug} to={stage.to} advanced={stage.advanced} onAgain={() => setStage({ name: 'choose' })} />
        )}
      </DialogContent>
    </Dialog>
  );
}

function AskForIt({ slug }: { slug: string }) {
  const { data: ask = [] } = useData<string[]>(dataAddress(slug, 'admins'));
  return (
    <DialogBody>
      <NoPermission why="You can see this clock, not move it." doing="Advancing it" permission="workspace:admin" ask={ask} />
    </DialogBody>
  );
}
