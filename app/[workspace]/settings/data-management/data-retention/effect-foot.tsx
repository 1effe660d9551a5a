'use client';

import { CircleAlert, CirclePause, RotateCcw, ShieldCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import { purgeDay } from '#lib/retention/rules/lifecycle.ts';
import { type Day, dayOf, type Instant, nextProcessStart } from '#lib/time.ts';
import { Button } from '@/components/ui/button.tsx';
import { DialogClose } from '@/components/ui/dialog.tsx';
import { formatDay } from '@/components/ui/format.ts';
import { TypedField } from '@/components/ui/typed-confirm.tsx';
import type { Counted, Typed } from './effect-numbers.ts';
import { acceptWords, typedReason } from './effect-words.ts';
import type { EffectName, SaveEffect } from './save-effects.ts';
import type { Preview } from './use-preview.ts';

export type EffectFootProps = {
  effects: readonly SaveEffect[];
  now: Instant;
  pending: boolean;
  /** Undefined until the effect is counted: nothing is saved unseen. */
  counted: Counted | undefined;
  plot: Preview['plot'];
  /** The number that has to be typed; null where none has to be. */
  wanted: Typed | null;
  typed: string;
  onType: (typed: string) => void;
  ready: boolean;
  /** Why it was not saved. */
  refused: string | undefined;
  /** Why it could not be counted. */
  failed: string | undefined;
  onRetry: () => void;
  onSave: () => void;
};

/** From when on something is gone for good, what has to be typed, and the decision. */
export function EffectFoot(props: EffectFootProps) {
  const { wanted, typed, onType, pending, counted, failed, ready, onRetry, onSave } = props;
  return (
    <form
      className="flex items-end justify-between gap-x-6 gap-y-4 max-sm:flex-col max-sm:items-stretch"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready && !pending) onSave();
      }}
    >
      <div className="grid min-w-0 gap-3">
        <Words {...props} />
        {wanted && (
          <TypedField
            inline
            expected={String(wanted.number)}
            purpose={wanted.week ? 'to allow that many marks within 7 days' : 'to allow that many marks'}
            value={typed}
            onChange={onType}
          />
        )}
      </div>
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
          <Button type="submit" variant="primary" pending={pending} disabled={!ready}>
            Save
          </Button>
        )}
      </div>
    </form>
  );
}

function Words({ effects, now, counted, plot, wanted, refused, failed }: EffectFootProps) {
  const problem = refused ?? (failed && !counted ? `The effect could not be counted. ${failed}` : undefined);
  if (problem) {
    return (
      <p role="alert" className="flex items-start gap-2.5 text-gone">
        <CircleAlert aria-hidden className="mt-0.5" />
        {problem}
      </p>
    );
  }
  const more = counted && acceptWords(plot?.proposed ?? counted.proposed, effects, wanted !== null);
  if (wanted && counted) {
    const { title, text } = typedReason(wanted, counted);
    return (
      <Said icon={<CirclePause aria-hidden className="mt-0.5 text-marked" />} title={title}>
        {text} {more} {goneWords(effects, now)}
      </Said>
    );
  }
  return (
    <Said icon={<ShieldCheck aria-hidden className="mt-0.5" />} title={goneWords(effects, now)}>
      {more} A save has no Undo: off and on again is late (R6).
    </Said>
  );
}

function Said({ icon, title, children }: { icon: ReactNode; title: string; children: ReactNode }) {
  return (
    <p className="flex items-start gap-2.5 text-muted-foreground">
      {icon}
      <span>
        <strong className="font-medium text-foreground">{title}</strong> {children}
      </span>
    </p>
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
