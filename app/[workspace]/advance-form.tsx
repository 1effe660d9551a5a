'use client';

import { CircleAlert } from 'lucide-react';
import { useState } from 'react';
import { type Instant, parseInstant } from '#lib/time.ts';
import { Button } from '@/components/ui/button.tsx';
import { DialogActions, DialogBody, DialogClose } from '@/components/ui/dialog.tsx';
import { Field } from '@/components/ui/field.tsx';
import { count, formatInstant } from '@/components/ui/format.ts';
import { Input } from '@/components/ui/input.tsx';
import { RadioGroup, RadioItem } from '@/components/ui/radio-group.tsx';
import { advanceSteps, readTarget, runsBetween } from './advance-steps.ts';

type AdvanceFormProps = { now: string; error?: string | undefined; onAdvance: (to: string) => void };

/** How far: one of the usual steps, or an instant of one's own. */
export function AdvanceForm({ now: present, error, onAdvance }: AdvanceFormProps) {
  const now = parseInstant(present);
  const steps = advanceSteps(now);
  const [choice, setChoice] = useState('next');
  const [typed, setTyped] = useState(now.slice(0, 16));
  const [asked, setAsked] = useState(false);
  const target = choice === 'custom' ? readTarget(typed, now) : { to: steps.find(({ value }) => value === choice)?.to ?? now };
  const submit = () => {
    setAsked(true);
    if ('to' in target) onAdvance(target.to);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <DialogBody className="grid gap-4">
        <RadioGroup value={choice} onValueChange={setChoice} aria-label="How far" className="gap-3">
          {steps.map(({ value, label, to }) => (
            <RadioItem key={value} value={value} label={label} note={`${formatInstant(to)} · ${runsWords(now, to)}`} />
          ))}
          <RadioItem
            value="custom"
            label="To an instant of your own"
            note={choice === 'custom' && 'to' in target ? runsWords(now, target.to) : undefined}
          />
        </RadioGroup>
        {choice === 'custom' && (
          <Field label="Day and time, UTC" error={asked && 'error' in target ? target.error : undefined} className="ml-6.5 max-w-60">
            <Input type="datetime-local" value={typed} onChange={(event) => setTyped(event.target.value)} />
          </Field>
        )}
        <p className="text-muted-foreground">Each 02:00 UTC on the way runs the daily process, which marks and deletes for good.</p>
        {error && (
          <p role="alert" className="flex items-start gap-2 text-gone">
            <CircleAlert aria-hidden className="mt-0.5" />
            {error}
          </p>
        )}
      </DialogBody>
      <footer className="border-t px-6 py-4 max-sm:px-4">
        <DialogActions>
          <DialogClose asChild>
            <Button>Cancel</Button>
          </DialogClose>
          <Button type="submit" variant="primary">
            Advance
          </Button>
        </DialogActions>
      </footer>
    </form>
  );
}

function runsWords(from: Instant, to: Instant): string {
  const runs = runsBetween(from, to);
  return runs === 0 ? 'no run' : count(runs, 'run');
}
