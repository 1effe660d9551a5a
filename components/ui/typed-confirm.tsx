'use client';

import { Trash2 } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';
import { Alert, type AlertProps } from './alert-dialog.tsx';
import { FieldError } from './field.tsx';
import { Input } from './input.tsx';

type TypedConfirmProps = Omit<AlertProps, 'children' | 'actionDisabled'> & {
  /** The text that has to be typed: an identifier, a number. */
  expected: string;
  /** How the sentence goes on behind it: "to delete it". */
  purpose: string;
  error?: string | undefined;
  children?: ReactNode;
};

/** The only place of a red button: a final thing, confirmed by typing what it is about. */
export function TypedConfirm({ expected, purpose, error, children, ...alert }: TypedConfirmProps) {
  const [typed, setTyped] = useState('');
  return (
    <Alert
      icon={<Trash2 />}
      actionVariant="destructive"
      {...alert}
      onOpenChange={(open) => {
        setTyped('');
        alert.onOpenChange(open);
      }}
      actionDisabled={!matches(typed, expected)}
    >
      {children}
      <TypedField expected={expected} purpose={purpose} value={typed} onChange={setTyped} error={error} />
    </Alert>
  );
}

type TypedFieldProps = {
  expected: string;
  purpose: string;
  value: string;
  onChange: (value: string) => void;
  error?: string | undefined;
  /** Label and field on one line, as in a dialog's foot. */
  inline?: boolean;
};

/** "Type 1048 to allow that many marks", and the field for it. */
export function TypedField({ expected, purpose, value, onChange, error, inline }: TypedFieldProps) {
  const id = useId();
  return (
    <div className={inline ? 'flex flex-wrap items-center gap-x-3 gap-y-1.5' : 'grid gap-1.5'}>
      <label htmlFor={id} className="text-sm">
        Type <strong className={/^\d+$/.test(expected) ? 'font-semibold tabular-nums' : 'font-mono font-semibold'}>{expected}</strong>{' '}
        {purpose}
      </label>
      <Input
        id={id}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        inputMode={/^\d+$/.test(expected) ? 'numeric' : undefined}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
        className={inline ? 'w-28 tabular-nums' : 'font-mono text-xs'}
      />
      <FieldError id={`${id}-error`} text={error} />
    </div>
  );
}

/** Spaces around it, and the separators of a number, do not matter; all else does. */
export function matches(typed: string, expected: string): boolean {
  const plain = typed.trim();
  return plain === expected || (/^\d+$/.test(expected) && /^[\d,]+$/.test(plain) && plain.replaceAll(',', '') === expected);
}
