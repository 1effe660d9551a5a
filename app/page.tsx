import type { Route } from 'next';
import { redirect } from 'next/navigation';
import { requirePerson } from '#lib/web/session.ts';
import { Logo } from '@/components/frame/logo.tsx';
import { Button } from '@/components/ui/button.tsx';
import { signOutAction } from './(auth)/actions.ts';

/** Leads on to the first workspace of whoever is signed in, and everybody else to the sign-in page. */
export default async function StartPage() {
  const { person, memberships } = await requirePerson();
  const [first] = memberships;
  if (first) redirect(`/${first.slug}/accounts` as Route);
  return (
    <main className="mx-auto flex min-h-svh max-w-md flex-col justify-center gap-4 px-5">
      <Logo className="size-7" />
      <h1 className="font-semibold text-xl tracking-tight">No workspace yet</h1>
      <p className="text-muted-foreground">
        You are signed in as {person.email}, and no workspace has you as a member. Ask a global admin of yours to add you.
      </p>
      <form action={signOutAction}>
        <Button type="submit">Sign out</Button>
      </form>
    </main>
  );
}
