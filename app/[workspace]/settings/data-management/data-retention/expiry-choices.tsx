'use client';

import { RadioCard, RadioGroup } from '@/components/ui/radio-group.tsx';

export type ExpiryChoicesProps = { value: string; disabled: boolean; onChange: (value: string) => void };

/** R13. The three recommendations for free accounts. */
export function ExpiryChoices({ value, disabled, onChange }: ExpiryChoicesProps) {
  return (
    <RadioGroup
      value={value}
      onValueChange={onChange}
      disabled={disabled}
      aria-label="Recommended for free accounts"
      className="gap-2 sm:grid-cols-3"
    >
      <RadioCard value="14" label="14 days" note="Trial programs of 14 days or less" />
      <RadioCard value="60" label="60 days" note="All others (default)" />
      <RadioCard value="90" label="90 days" note="Freemium: unlimited free use" />
    </RadioGroup>
  );
}
