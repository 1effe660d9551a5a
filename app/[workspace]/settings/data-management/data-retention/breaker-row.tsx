'use client';

import { useId, useState } from 'react';
import { useAction } from '@/app/[workspace]/use-action.ts';
import { Button } from '@/components/ui/button.tsx';
import { FieldError } from '@/components/ui/field.tsx';
import { count, formatNumber } from '@/components/ui/format.ts';
import { Input } from '@/components/ui/input.tsx';
import { LeaveGuard } from '@/components/ui/leave-guard.tsx';
import { notify, notifyFailed } from '@/components/ui/toaster.tsx';
import { saveSafetyAction } from './actions.ts';
import type { SafetySettings } from './safety-card.tsx';

type Limits = SafetySettings['breaker'];

/** R29. The two limits of the breaker, saved together. */
export function BreakerRow({ breaker, disabled }: { breaker: Limits; disabled: boolean }) {
  const id = useId();
  const { typed, change, changed, faultAt, save, pending } = useLimits(breaker);
  const wrong = faultAt('share') ?? faultAt('floor');
  const field = (name: keyof Limits, label: string) => (
    <Input
      aria-label={label}
      value={typed[name]}
      inputMode="numeric"
      autoComplete="off"
      disabled={disabled}
      aria-invalid={faultAt(name) ? true : undefined}
      aria-describedby={wrong ? id : undefined}
      onChange={(event) => change(name, event.target.value)}
      className="w-16 text-right tabular-nums"
    />
  );
  return (
    <form
      noValidate
      className="flex items-start justify-between gap-x-6 gap-y-3 border-b px-5 py-4 max-sm:flex-col max-sm:px-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (changed && !pending) void save();
      }}
    >
      {changed && <LeaveGuard description="The limits of the breaker are not saved." />}
      <div className="min-w-0">
        <h3 className="font-medium text-sm">Breaker</h3>
        <p className="max-w-[70ch] text-muted-foreground text-sm">
          A policy whose marks in one run pass both limits marks nothing and waits for a person (R29).
        </p>
      </div>
      <div className="grid gap-1.5 sm:justify-items-end">
        <div className="flex flex-wrap items-center gap-2 sm:justify-end">
          {field('share', 'Breaker: percent of what is active')}
          <span className="text-muted-foreground">% and</span>
          {field('floor', 'Breaker: marks')}
          <span className="text-muted-foreground">{typed.floor === '1' ? 'mark' : 'marks'}</span>
          {changed && <SaveButton pending={pending} />}
        </div>
        <FieldError id={id} text={wrong} />
      </div>
    </form>
  );
}

function SaveButton({ pending }: { pending: boolean }) {
  return (
    <Button type="submit" variant="primary" pending={pending}>
      Save
    </Button>
  );
}

/** The limits as they are typed, what is wrong with them, and their save, with Undo. */
function useLimits(breaker: Limits) {
  const { run, pending } = useAction(saveSafetyAction);
  const [typed, setTyped] = useState({ share: String(breaker.share), floor: String(breaker.floor) });
  const [faults, setFaults] = useState<readonly { path: string; message: string }[]>([]);
  const save = async () => {
    const answer = await run({ breaker: { share: numberIn(typed.share), floor: numberIn(typed.floor) } });
    setFaults(answer.ok ? [] : answer.fields);
    if (!answer.ok && answer.fields.length > 0) return;
    if (!answer.ok) return notifyFailed({ title: 'The breaker was not changed', description: answer.message });
    const { share, floor } = answer.result.breaker;
    const action = { label: 'Undo', onClick: () => void run({ breaker }) };
    notify({ title: `The breaker stops at ${formatNumber(share)} % and ${count(floor, 'mark')}`, action });
  };
  return {
    typed,
    change: (name: keyof Limits, value: string) => setTyped({ ...typed, [name]: value }),
    changed: typed.share !== String(breaker.share) || typed.floor !== String(breaker.floor),
    faultAt: (name: keyof Limits) => faults.find(({ path }) => path === `breaker.${name}`)?.message,
    save,
    pending,
  };
}

/** What is no number stays what it is, so that the refusal says what to enter. */
function numberIn(text: string): number | string {
  const plain = text.trim().replaceAll(',', '');
  return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : text;
}
