'use client';

import { CircleAlert, RotateCcw, ShieldCheck } from 'lucide-react';
import { purgeDay } from '#lib/retention/rules/lifecycle.ts';
import { type Day, dayOf, type Instant, nextProcessStart } from '#lib/time.ts';
import { Button } from '@/components/ui/button.tsx';
import { DialogClose } from '@/components/ui/dialog.tsx';
import { formatDay } from '@/components/ui/format.ts';
import type { EffectName, SaveEffect } from './save-effects.ts';

export type ReviewFootProps = {
  effects: readonly SaveEffect[];
  now: Instant;
  pending: boolean;
  /** Whether the effect has been counted: nothing is saved unseen. */
  counted: boolean;
  /** Why it was not saved. */
  refused: string | undefined;
  /** Why it could not be counted. */
  failed: string | undefined;
  onRetry: () => void;
  onSave: () => void;
};

/** From when on something is gone for good, and the decision. */
export function ReviewFoot({ effects, now, pending, counted, refused, failed, onRetry, onSave }: ReviewFootProps) {
  const problem = refused ?? (failed && !counted ? `The effect could not be counted. ${failed}` : undefined);
  return (
    <div className="flex items-center justify-between gap-6 max-sm:flex-col max-sm:items-stretch max-sm:gap-4">
      {problem ? (
        <p role="alert" className="flex items-start gap-2.5 text-gone">
          <CircleAlert aria-hidden className="mt-0.5" />
          {problem}
        </p>
      ) : (
        <p className="flex items-start gap-2.5 text-muted-foreground">
          <ShieldCheck aria-hidden className="mt-0.5" />
          <span>
            <strong className="font-medium text-foreground">{goneWords(effects, now)}</strong> A save has no Undo: off and on again is late
            (R6).
          </span>
        </p>
      )}
      <div className="flex shrink-0 gap-3 max-sm:grid max-sm:grid-cols-2">
        <DialogClose asChild>
          <Button disabled={pending}>Cancel</Button>
        </DialogClose>
        {failed && !counted ? (
          <Button onClick={onRetry}>
            <RotateCcw />
            Try again
          </Button>
        ) : (
          <Button variant="primary" pending={pending} disabled={!counted} onClick={onSave}>
            Save
          </Button>
        )}
      </div>
    </div>
  );
}

function goneWords(effects: readonly SaveEffect[], now: Instant): string {
  const gone = firstGone(effects, now);
  return gone ? `Nothing of this save is deleted before ${formatDay(gone)}.` : 'This save deletes nothing.';
}

/** The earliest day on which what this save marks is gone; null where it brings no marks. */
function firstGone(effects: readonly SaveEffect[], now: Instant): Day | null {
  const nextDay = dayOf(nextProcessStart(now));
  const days = effects.flatMap(({ name, firstGone: gone }) => gone ?? (AT_ONCE.includes(name) ? purgeDay(nextDay) : []));
  return days.sort()[0] ?? null;
}

/** What can mark something in the very next daily process. */
const AT_ONCE: readonly EffectName[] = ['shorter', 'expiry', 'in-force-again'];
