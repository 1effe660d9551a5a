'use client';

import { useId } from 'react';
import { SCOPES, type Scope } from '#lib/auth/rules/permissions.ts';
import { Checkbox } from '@/components/ui/checkbox.tsx';
import { Code } from '@/components/ui/code.tsx';
import { FieldError } from '@/components/ui/field.tsx';

type ScopeChoicesProps = { value: readonly Scope[]; onChange: (value: Scope[]) => void; error: string | undefined };

/** What a key may do. No scope includes another. */
export function ScopeChoices({ value, onChange, error }: ScopeChoicesProps) {
  const id = useId();
  const toggle = (scope: Scope, checked: boolean) => onChange(checked ? [...value, scope] : value.filter((other) => other !== scope));
  return (
    <fieldset aria-describedby={error ? `${id}-error` : undefined} className="grid gap-2">
      <legend className="mb-2 font-medium text-sm">Scopes</legend>
      {SCOPES.map((scope) => (
        <div key={scope} className="flex items-start gap-2.5">
          <Checkbox
            id={`${id}-${scope}`}
            checked={value.includes(scope)}
            onCheckedChange={(checked) => toggle(scope, checked === true)}
            className="mt-0.5"
          />
          <label htmlFor={`${id}-${scope}`} className="text-sm">
            <Code>{scope}</Code> <span className="text-muted-foreground">{MEANINGS[scope]}</span>
          </label>
        </div>
      ))}
      <FieldError id={`${id}-error`} text={error} />
    </fieldset>
  );
}

const MEANINGS: Record<Scope, string> = {
  ingest: 'send information',
  read: 'read accounts, users, objects, policies and runs',
  retention: 'change policies, revive, answer the breaker',
  export: 'download files and recordings',
  communications: 'write call records, recordings and messages',
  admin: 'archive, delete, define collections, make keys, advance the test clock',
};
