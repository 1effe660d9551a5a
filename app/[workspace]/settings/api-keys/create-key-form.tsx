'use client';

import { CircleAlert } from 'lucide-react';
import { useState } from 'react';
import { SCOPES, type Scope } from '#lib/auth/rules/permissions.ts';
import type { createApiKey } from '#lib/workspaces/create-api-key.ts';
import { useAction } from '@/app/[workspace]/use-action.ts';
import { Button } from '@/components/ui/button.tsx';
import { DialogActions, DialogBody, DialogClose } from '@/components/ui/dialog.tsx';
import { Field } from '@/components/ui/field.tsx';
import { AffixInput, Input } from '@/components/ui/input.tsx';
import { createApiKeyAction } from './actions.ts';
import { ScopeChoices } from './scope-choices.tsx';

export type CreatedKey = Awaited<ReturnType<typeof createApiKey>>;

export function CreateKeyForm({ onCreated }: { onCreated: (created: CreatedKey) => void }) {
  const { run, pending } = useAction(createApiKeyAction);
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<readonly Scope[]>(['ingest']);
  const [rate, setRate] = useState('200');
  const [errors, setErrors] = useState<Record<string, string>>({});
  const create = async () => {
    const answer = await run({ name, scopes: SCOPES.filter((scope) => scopes.includes(scope)), rate: Number(rate.replaceAll(',', '')) });
    if (answer.ok) return onCreated(answer.result);
    const said = answer.fields.map(({ path, message }) => [path.replace(/\W.*/, ''), message]);
    setErrors(said.length > 0 ? Object.fromEntries(said) : { all: answer.message });
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void create();
      }}
    >
      <DialogBody className="grid gap-5">
        <Field label="Name" description="What uses it, so that you know it again." error={errors.name}>
          <Input value={name} onChange={(event) => setName(event.target.value)} autoComplete="off" maxLength={120} />
        </Field>
        <ScopeChoices value={scopes} onChange={setScopes} error={errors.scopes} />
        <RateField value={rate} onChange={setRate} error={errors.rate} />
        {errors.all && <Refused text={errors.all} />}
      </DialogBody>
      <footer className="border-t px-6 py-4 max-sm:px-4">
        <DialogActions>
          <DialogClose asChild>
            <Button disabled={pending}>Cancel</Button>
          </DialogClose>
          <Button type="submit" variant="primary" pending={pending}>
            Create key
          </Button>
        </DialogActions>
      </footer>
    </form>
  );
}

function RateField({ value, onChange, error }: { value: string; onChange: (value: string) => void; error: string | undefined }) {
  return (
    <Field label="Limit" description="Requests a second; bursts of five times that pass." error={error}>
      <AffixInput
        value={value}
        onChange={(event) => onChange(event.target.value)}
        inputMode="numeric"
        autoComplete="off"
        unit="a second"
        boxClassName="w-44 whitespace-nowrap"
        className="text-right tabular-nums"
      />
    </Field>
  );
}

function Refused({ text }: { text: string }) {
  return (
    <p role="alert" className="flex items-start gap-2 text-gone">
      <CircleAlert aria-hidden className="mt-0.5" />
      {text}
    </p>
  );
}
