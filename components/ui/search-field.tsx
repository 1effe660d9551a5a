'use client';

import { Search } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { cn } from './cn.ts';
import { AffixInput } from './input.tsx';

type SearchFieldProps = {
  label: string;
  value: string;
  /** Comes when typing pauses, and at once with Enter. */
  onChange: (value: string) => void;
  className?: string;
};

/** A field that searches a list while one types. */
export function SearchField({ label, value, onChange, className }: SearchFieldProps) {
  const [typed, setTyped] = useState(value);
  const said = useRef(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    // Back, or Clear filters, changed it from outside.
    if (value !== said.current) setTyped(value);
    said.current = value;
  }, [value]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const say = (text: string, waitMs: number) => {
    clearTimeout(timer.current);
    const tell = () => {
      said.current = text.trim();
      onChange(said.current);
    };
    if (waitMs === 0) tell();
    else timer.current = setTimeout(tell, waitMs);
  };
  return (
    <AffixInput
      type="search"
      aria-label={label}
      placeholder={label}
      icon={<Search />}
      value={typed}
      onChange={(event) => {
        setTyped(event.target.value);
        say(event.target.value, PAUSE_MS);
      }}
      onKeyDown={(event) => event.key === 'Enter' && say(typed, 0)}
      autoComplete="off"
      spellCheck={false}
      boxClassName={cn('h-7 w-44 max-sm:h-9 max-sm:w-full', className)}
      className="[&::-webkit-search-cancel-button]:appearance-none"
    />
  );
}

const PAUSE_MS = 250;
