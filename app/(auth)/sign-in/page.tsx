import type { Metadata, Route } from 'next';
import { redirect } from 'next/navigation';
import { readDemo } from '#lib/auth/read-demo.ts';
import { localPath } from '#lib/web/rules/local-path.ts';
import { currentPerson } from '#lib/web/session.ts';
import { SignInForm } from '@/components/auth/sign-in-form.tsx';
import { Logo } from '@/components/frame/logo.tsx';
import { Timeline } from '@/components/retention/timeline.tsx';
import { signInAction } from '../actions.ts';

export const metadata: Metadata = { title: 'Sign in' };

export default async function SignInPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const next = localPath((await searchParams).next);
  if (await currentPerson()) redirect(next as Route);
  const demo = await readDemo();
  return (
    <div className="grid min-h-svh bg-card lg:grid-cols-2">
      <main className="flex flex-col px-5 pb-10 lg:px-10">
        <p className="flex items-center gap-2 py-6 font-semibold text-base lg:py-8">
          <Logo className="size-7" />
          Perennial
        </p>
        <div className="mx-auto flex w-full max-w-[22rem] flex-1 flex-col justify-center gap-7">
          <div>
            <h1 className="font-semibold text-2xl tracking-tight">Sign in</h1>
            <p className="mt-1 text-muted-foreground">To the workspaces that you answer for.</p>
          </div>
          <SignInForm action={signInAction} next={next} demo={demo?.people ?? []} />
        </div>
      </main>
      <WhatItDoes />
    </div>
  );
}

/** What the product does, in one line and one drawing. */
function WhatItDoes() {
  return (
    <aside className="hidden flex-col justify-center gap-10 border-l bg-background px-18 lg:flex">
      <p className="max-w-[22rem] font-semibold text-xl tracking-tight">Know what goes, and on which day, before it goes.</p>
      <Timeline
        label="From the last information to the deletion"
        start={{ label: 'Last information', note: 'clock starts' }}
        silence={{ label: '90 inactive days' }}
        marked={{ label: 'Marked', note: 'hidden, can be revived' }}
        revive={{ label: '30 days to revive' }}
        gone={{ label: 'Gone for good', note: 'no way back' }}
      />
      <p className="text-muted-foreground text-sm">
        What nobody uses is marked before it is deleted, and a mark can be taken back for 30 days.
      </p>
    </aside>
  );
}
