'use client';

import { KeyRound } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Field } from '@/components/ui/field.tsx';
import { AffixInput } from '@/components/ui/input.tsx';
import { useKey } from './key-provider.tsx';

export function KeyField() {
  const { apiKey, setApiKey } = useKey();
  const input = useRef<HTMLInputElement>(null);
  // What was pasted before the page came to life.
  useEffect(() => {
    if (input.current?.value) setApiKey(input.current.value.trim());
  }, [setApiKey]);
  return (
    <Field
      label="Your key"
      description="With it, what reads can be run on this page. It stays in the memory of this page and is gone with it."
    >
      <AffixInput
        ref={input}
        type="password"
        icon={<KeyRound aria-hidden />}
        value={apiKey}
        onChange={(event) => setApiKey(event.target.value.trim())}
        placeholder="pk_…"
        autoComplete="off"
        spellCheck={false}
        boxClassName="max-w-md"
        className="font-mono"
      />
    </Field>
  );
}
