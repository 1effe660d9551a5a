'use client';

import { useActionState, useEffect, useRef } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { Field, FieldError } from '@/components/ui/field.tsx';
import { Input } from '@/components/ui/input.tsx';
import { DemoPeople, type DemoPerson } from './demo-people.tsx';

/** What came of an attempt that failed. */
export type Refused = { message: string; fields: readonly { path: string; message: string }[]; email: string } | null;

type SignInFormProps = {
  action: (before: Refused, form: FormData) => Promise<Refused>;
  /** Where to go on to. */
  next: string;
  /** Who can be signed in with one press; nobody outside of a demo. */
  demo: readonly DemoPerson[];
};

/** Email and password. A plain form: it works before, and without, JavaScript. */
export function SignInForm({ action, next, demo }: SignInFormProps) {
  const [refused, send, pending] = useActionState(action, null);
  const password = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (refused) password.current?.focus();
  }, [refused]);
  const errorAt = (path: string) => refused?.fields.find((field) => field.path === path)?.message;
  return (
    <>
      <form action={send} className="grid gap-4">
        <input type="hidden" name="next" value={next} />
        <Field label="Email" error={errorAt('email')}>
          <Input
            key={refused?.email}
            className="h-9"
            name="email"
            type="email"
            autoComplete="username"
            defaultValue={refused?.email}
            required
            autoFocus={!refused}
          />
        </Field>
        <Field label="Password" error={errorAt('password')}>
          <Input ref={password} className="h-9" name="password" type="password" autoComplete="current-password" required />
        </Field>
        <Button type="submit" variant="primary" className="h-9" pending={pending}>
          Sign in
        </Button>
        <div role="alert">
          <FieldError text={refused && refused.fields.length === 0 ? refused.message : undefined} />
        </div>
      </form>
      {demo.length > 0 && <DemoPeople people={demo} next={next} action={send} pending={pending} />}
    </>
  );
}
