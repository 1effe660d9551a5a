'use client';

import { cn } from './cn.ts';
import { FilterChip } from './filter-chip.tsx';
import { PopoverClose } from './popover.tsx';

type ChoiceChipProps = {
  label: string;
  options: readonly { value: string; label: string }[];
  value: string | undefined;
  onChange: (value: string | undefined) => void;
};

/** A filter by one of a few values; choosing closes it. */
export function ChoiceChip({ label, options, value, onChange }: ChoiceChipProps) {
  const chosen = options.find((option) => option.value === value);
  return (
    <FilterChip label={label} value={chosen?.label ?? value} onClear={() => onChange(undefined)}>
      <div className="-m-1.5 grid">
        {options.map((option) => (
          <PopoverClose
            key={option.value}
            aria-pressed={option.value === value}
            onClick={() => onChange(option.value)}
            className={cn(
              'flex min-h-8 items-center rounded-sm px-2 text-left hover:bg-accent focus-visible:bg-accent max-sm:min-h-10',
              option.value === value && 'font-medium',
            )}
          >
            {option.label}
          </PopoverClose>
        ))}
      </div>
    </FilterChip>
  );
}
