'use client';

import { Shield } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { Dialog, DialogActions, DialogBody, DialogClose, DialogContent } from '@/components/ui/dialog.tsx';
import { Field, FieldError } from '@/components/ui/field.tsx';
import { Input, Textarea } from '@/components/ui/input.tsx';

export type HoldWish = { reason: string; until: string | null };
export type HoldFault = { message: string; fields: readonly { path: string; message: string }[] };

export type HoldDialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  description: string;
  /** The verb on its button: "Put on hold", "Revive and hold". */
  action: string;
  /** The first day that can be the last. */
  from: string;
  /** Of a hold that is changed. */
  initial?: HoldWish;
  /** Does it; what was wrong, or null where it is done. */
  onHold: (wish: HoldWish) => Promise<HoldFault | null>;
};

/** R15. Asks why something is kept, and until when. */
export function HoldDialog({ open, onOpenChange, title, description, ...form }: HoldDialogProps) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent title={title} description={description} size="sm">
        <HoldForm {...form} onDone={() => onOpenChange(false)} />
      </DialogContent>
    </Dialog>
  );
}

type HoldFormProps = Pick<HoldDialogProps, 'action' | 'from' | 'initial' | 'onHold'> & { onDone: () => void };

function HoldForm({ action, from, initial, onHold, onDone }: HoldFormProps) {
  const [reason, setReason] = useState(initial?.reason ?? '');
  const [until, setUntil] = useState(initial?.until ?? '');
  const [fault, setFault] = useState<HoldFault | null>(null);
  const [pending, setPending] = useState(false);
  const said = (path: string) => fault?.fields.find((field) => field.path === path)?.message;
  const submit = async () => {
    if (reason.trim() === '') return setFault({ message: '', fields: [{ path: 'reason', message: 'Say why it has to be kept.' }] });
    setPending(true);
    const wrong = await onHold({ reason: reason.trim(), until: until || null });
    setPending(false);
    setFault(wrong);
    if (wrong === null) onDone();
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <DialogBody className="grid gap-4">
        <Field label="Reason" error={said('reason')}>
          <Textarea value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} />
        </Field>
        <Field label="Last day" description="Through the daily process of this day; empty: until a person ends it." error={said('until')}>
          <Input type="date" min={from} value={until} onChange={(event) => setUntil(event.target.value)} className="max-w-44" />
        </Field>
        <FieldError text={fault?.fields.length === 0 ? fault.message : undefined} />
      </DialogBody>
      <footer className="border-t px-6 py-4 max-sm:px-4">
        <DialogActions>
          <DialogClose asChild>
            <Button>Cancel</Button>
          </DialogClose>
          <Button type="submit" variant="primary" pending={pending}>
            <Shield aria-hidden />
            {action}
          </Button>
        </DialogActions>
      </footer>
    </form>
  );
}
