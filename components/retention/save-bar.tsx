'use client';

import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { LeaveGuard } from '@/components/ui/leave-guard.tsx';

export type SaveBarProps = {
  /** What changed: "Accounts: 180 → 90 days". */
  summary: ReactNode;
  /** What follows from it: "Opportunities follow". */
  note?: ReactNode;
  save?: string;
  onSave: () => void;
  onDiscard: () => void;
  pending?: boolean;
  /** Why it cannot be saved; stands beside the switched-off button. */
  blocked?: string | undefined;
};

/** Rises from the bottom of a settings page when something changed; while it is there, leaving asks. */
export function SaveBar({ summary, note, save = 'Review and save', onSave, onDiscard, pending, blocked }: SaveBarProps) {
  return (
    <section aria-label="Unsaved changes" className="sticky bottom-0 z-30 animate-rise px-8 pt-2 pb-5 max-sm:px-3 max-sm:pb-3">
      <LeaveGuard description="Your changes on this page are not saved." />
      <div className="mx-auto flex max-w-[960px] items-center gap-4 rounded-xl bg-popover py-2.5 pr-2.5 pl-4 shadow-lg max-sm:flex-col max-sm:items-stretch max-sm:gap-3 max-sm:pb-3">
        <p className="flex min-w-0 flex-1 items-baseline gap-2.5">
          <span aria-hidden className="size-2 shrink-0 -translate-y-px rounded-full bg-primary" />
          <span className="min-w-0">
            <span className="font-medium text-base tabular-nums">{summary}</span>{' '}
            {note && <span className="text-muted-foreground text-sm max-sm:block sm:ml-1.5">{note}</span>}
            {blocked && <span className="block text-gone text-sm">{blocked}</span>}
          </span>
        </p>
        <div className="flex gap-2 max-sm:grid max-sm:grid-cols-2">
          <Button onClick={onDiscard} disabled={pending}>
            Discard
          </Button>
          <Button variant="primary" onClick={onSave} disabled={Boolean(blocked)} pending={pending}>
            {save}
          </Button>
        </div>
      </div>
    </section>
  );
}
