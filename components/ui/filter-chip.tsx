'use client';

import { Plus, X } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { Checkbox } from './checkbox.tsx';
import { cn } from './cn.ts';
import { Popover, PopoverContent, PopoverTrigger } from './popover.tsx';

export type FilterChipProps = {
  label: string;
  /** What it is set to, in words; a set filter has a solid edge. */
  value?: string | undefined;
  onClear?: () => void;
  /** The popover's content. */
  children: ReactNode;
};

/** A filter: dashed and "+ Cause" while it is not set, "Cause: inactivity ×" when it is. */
export function FilterChip({ label, value, onClear, children }: FilterChipProps) {
  return (
    <Popover>
      <span
        className={cn(
          'inline-flex h-7 items-center rounded-md border bg-card text-sm shadow-xs max-sm:h-9',
          !value && 'border-input border-dashed',
        )}
      >
        <PopoverTrigger
          className={cn('inline-flex h-full items-center gap-1.5 rounded-md px-2 font-medium hover:bg-accent', value && onClear && 'pr-1')}
        >
          {!value && <Plus aria-hidden className="size-3.5 text-muted-foreground" />}
          <span className={value ? 'font-normal text-muted-foreground' : ''}>
            {label}
            {value && ': '}
          </span>
          {value && <span className="max-w-48 truncate">{value}</span>}
        </PopoverTrigger>
        {value && onClear && (
          <button
            type="button"
            aria-label={`Clear ${label}`}
            onClick={onClear}
            className="inline-flex h-full w-6 items-center justify-center rounded-md text-muted-foreground hover:text-foreground"
          >
            <X className="size-3.5" />
          </button>
        )}
      </span>
      <PopoverContent aria-label={label}>{children}</PopoverContent>
    </Popover>
  );
}

export type ChoiceFilterProps = {
  label: string;
  options: readonly { value: string; label: string }[];
  /** The chosen ones; none means all. */
  value: readonly string[];
  onChange: (value: string[]) => void;
};

/** A filter by some of a few values. */
export function ChoiceFilter({ label, options, value, onChange }: ChoiceFilterProps) {
  const id = useId();
  const chosen = options.filter((option) => value.includes(option.value));
  return (
    <FilterChip label={label} value={chosen.map((option) => option.label).join(', ') || undefined} onClear={() => onChange([])}>
      <fieldset className="grid gap-1">
        <legend className="sr-only">{label}</legend>
        {options.map((option) => (
          <label key={option.value} htmlFor={`${id}-${option.value}`} className="flex min-h-7 items-center gap-2.5 max-sm:min-h-9">
            <Checkbox
              id={`${id}-${option.value}`}
              checked={value.includes(option.value)}
              onCheckedChange={(checked) => onChange(checked ? [...value, option.value] : value.filter((other) => other !== option.value))}
            />
            {option.label}
          </label>
        ))}
      </fieldset>
    </FilterChip>
  );
}
