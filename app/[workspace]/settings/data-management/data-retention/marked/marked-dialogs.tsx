'use client';

import { dayOf, type Instant } from '#lib/time.ts';
import { HoldDialog } from '@/components/retention/hold-dialog.tsx';
import { nameOf } from '@/components/retention/marked-entity.ts';
import { Alert } from '@/components/ui/alert-dialog.tsx';
import { formatNumber } from '@/components/ui/format.ts';
import type { Marked } from './use-marked.ts';

/** What is asked before a revive: the reason of a hold, and whether really all are meant. */
export function MarkedDialogs({ marked }: { marked: Marked }) {
  const { reviving, asked, setAsked, word, now } = marked;
  const { rows = [], revives = false } = reviving.holding ?? {};
  const [only] = rows;
  const what = rows.length === 1 && only ? nameOf(only) : `${formatNumber(rows.length)} ${word(rows.length)}`;
  return (
    <>
      <HoldDialog
        key={reviving.holding === null ? 'closed' : 'open'}
        open={reviving.holding !== null}
        onOpenChange={(open) => !open && reviving.setHolding(null)}
        title={revives ? `Revive ${what} and put on hold` : `Put ${what} on hold`}
        description="What is on hold is neither marked nor purged (R15)."
        action={revives ? 'Revive and hold' : 'Put on hold'}
        from={now ? dayOf(now as Instant) : ''}
        onHold={reviving.hold}
      />
      <Alert
        open={asked !== null}
        onOpenChange={(open) => !open && setAsked(null)}
        title={`Revive all ${formatNumber(asked?.total ?? 0)} ${word(asked?.total ?? 0)}?`}
        description="Each counts as information (R12), and brings back what it took along. A revive cannot be undone; their policies mark them again when they stay silent."
        action="Revive all"
        pending={reviving.pending}
        onConfirm={() => asked && void reviving.run(asked)}
      />
    </>
  );
}
