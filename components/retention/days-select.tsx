'use client';

import { useState } from 'react';
import { cn } from '@/components/ui/cn.ts';
import { count } from '@/components/ui/format.ts';
import { AffixInput } from '@/components/ui/input.tsx';
import { type Option, OptionSelect } from '@/components/ui/select.tsx';

export type DaysSelectProps = {
  /** Said for the control: "Accounts: delete after inactive days". */
  label: string;
  /** 'never', 'inherit', or the digits as they were typed: `parseDays` reads them. */
  value: string;
  onChange: (value: string) => void;
  presets: readonly number[];
  /** Offers Never. */
  never?: boolean;
  /** Offers Inherit, with these words behind it: "Accounts". */
  inherit?: string;
  changed?: boolean;
  invalid?: boolean;
  disabled?: boolean;
  /** Of the error under the row. */
  describedBy?: string | undefined;
};

/** A drop-down of day counts; Custom opens a field beside it. */
export function DaysSelect({ label, value, onChange, presets, never, inherit, changed, invalid, disabled, describedBy }: DaysSelectProps) {
  const listed = value === 'never' || value === 'inherit' || presets.includes(Number(value));
  const [custom, setCustom] = useState(!listed);
  const open = custom || !listed;
  const choose = (next: string) => {
    setCustom(next === 'custom');
    if (next !== 'custom') onChange(next);
    else if (value === 'never' || value === 'inherit') onChange('');
  };
  const edge = changed && !invalid && 'border-primary ring-1 ring-primary';
  return (
    <div className="flex gap-1.5">
      <OptionSelect
        aria-label={label}
        value={open ? 'custom' : value}
        onChange={choose}
        options={dayOptions({ presets, never, inherit })}
        disabled={disabled}
        className={cn('min-w-0 flex-1', open && 'gap-1', edge)}
      />
      {open && (
        <AffixInput
          aria-label={`${label}, custom`}
          value={value === 'never' || value === 'inherit' ? '' : value}
          onChange={(event) => onChange(event.target.value)}
          inputMode="numeric"
          autoComplete="off"
          unit="days"
          aria-invalid={invalid || undefined}
          aria-describedby={describedBy}
          disabled={disabled}
          className="text-right tabular-nums"
          boxClassName={cn('w-[85px] flex-none gap-1 px-2', edge)}
        />
      )}
    </div>
  );
}

/** A whole number of days from `min` to `max`, or null where the text is none. */
export function parseDays(text: string, { min = 1, max = 3650 }: { min?: number; max?: number } = {}): number | null {
  const plain = text.trim().replace(/^(\d),(\d{3})$/, '$1$2');
  if (!/^\d{1,6}$/.test(plain)) return null;
  const days = Number(plain);
  return days >= min && days <= max ? days : null;
}

function dayOptions({ presets, never, inherit }: Pick<DaysSelectProps, 'presets' | 'never' | 'inherit'>): Option[] {
  return [
    ...(inherit
      ? [
          {
            value: 'inherit',
            label: (
              <>
                Inherit <span className="text-muted-foreground">({inherit})</span>
              </>
            ),
          },
        ]
      : []),
    ...(never ? [{ value: 'never', label: 'Never' }] : []),
    ...presets.map((days) => ({ value: String(days), label: count(days, 'day') })),
    'separator',
    { value: 'custom', label: 'Custom' },
  ];
}
