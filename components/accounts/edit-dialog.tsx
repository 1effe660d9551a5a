'use client';

import { useId, useState } from 'react';
import { STATUS_OPTIONS } from '@/components/retention/status-options.ts';
import { Button } from '@/components/ui/button.tsx';
import { Dialog, DialogActions, DialogBody, DialogClose, DialogContent } from '@/components/ui/dialog.tsx';
import { Field, FieldError } from '@/components/ui/field.tsx';
import { Input } from '@/components/ui/input.tsx';
import { changedFields, DETAIL_NAMES, type Details, type Draft, draftOf } from './edit-draft.ts';

export type EditFault = { message: string; fields: readonly { path: string; message: string }[] };

export type EditDialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  details: Details;
  /** Saves what changed; what was wrong, or null where it is done. */
  onSave: (patch: Partial<Details>) => Promise<EditFault | null>;
};

/** Name, contract status, contract value and parent of an account. */
export function EditDialog({ open, onOpenChange, details, onSave }: EditDialogProps) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent title="Edit details" description="An edit is no information: the clock of the account does not move (R1).">
        <EditForm details={details} onSave={onSave} onDone={() => onOpenChange(false)} />
      </DialogContent>
    </Dialog>
  );
}

function EditForm({ details, onSave, onDone }: Pick<EditDialogProps, 'details' | 'onSave'> & { onDone: () => void }) {
  const statuses = useId();
  const [draft, setDraft] = useState(draftOf(details));
  const [fault, setFault] = useState<EditFault | null>(null);
  const [pending, setPending] = useState(false);
  const read = changedFields(details, draft);
  const submit = async () => {
    if ('fields' in read) return setFault(read);
    if (Object.keys(read.patch).length === 0) return onDone();
    setPending(true);
    const wrong = await onSave(read.patch);
    setPending(false);
    setFault(wrong);
    if (wrong === null) onDone();
  };
  const field = (name: keyof Draft) => ({
    error: fault?.fields.find(({ path }) => path === name)?.message,
    input: { value: draft[name], onChange: (event: { target: { value: string } }) => setDraft({ ...draft, [name]: event.target.value }) },
  });
  const unnamed = fault && !fault.fields.some(({ path }) => DETAIL_NAMES.some((name) => name === path)) ? fault.message : undefined;
  const [name, status, value, parent] = [field('name'), field('contract_status'), field('contract_value'), field('parent')];
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <DialogBody className="grid gap-4">
        <Field label="Name" error={name.error}>
          <Input {...name.input} autoComplete="off" />
        </Field>
        <Field label="Contract status" description="Free and unknown ones can expire (R13)." error={status.error}>
          <Input {...status.input} list={statuses} autoComplete="off" className="max-w-60" />
        </Field>
        <datalist id={statuses}>
          {STATUS_OPTIONS.map((option) => (
            <option key={option.value} value={option.value} />
          ))}
        </datalist>
        <Field label="Contract value" error={value.error}>
          <Input {...value.input} inputMode="decimal" autoComplete="off" className="max-w-60 tabular-nums" />
        </Field>
        <Field label="Parent" description="The identifier of the account above it; empty for none." error={parent.error}>
          <Input {...parent.input} autoComplete="off" spellCheck={false} className="font-mono text-xs" />
        </Field>
        <FieldError text={unnamed} />
      </DialogBody>
      <footer className="border-t px-6 py-4 max-sm:px-4">
        <DialogActions>
          <DialogClose asChild>
            <Button>Cancel</Button>
          </DialogClose>
          <Button type="submit" variant="primary" pending={pending}>
            Save
          </Button>
        </DialogActions>
      </footer>
    </form>
  );
}
