import type { Route } from 'next';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { signIn, signOut } from '#lib/auth/sign-in.ts';
import { type ActionAnswer, refusal } from './form-action.ts';
import { localPath } from './rules/local-path.ts';
import { requireSameOrigin } from './same-origin.ts';
import { clearSessionCookie, readSessionCookie, writeSessionCookie } from './session-cookie.ts';

/** What the form shows again where it did not work: the address, and what to do. The password is not sent back. */
export type SignInState = (Extract<ActionAnswer<never>, { ok: false }> & { email: string }) | null;

/** Signs in by a form with `email`, `password` and `next`, and leads on to `next`. */
export async function signInByForm(form: FormData): Promise<SignInState> {
  const [email, password] = [form.get('email'), form.get('password')];
  try {
    const sent = await headers();
    requireSameOrigin(sent);
    await writeSessionCookie(await signIn({ email: textOf(email), password: textOf(password), origin: originOf(sent) }));
  } catch (error) {
    return { ...refusal(error), email: textOf(email) };
  }
  redirect(localPath(form.get('next')) as Route);
}

/** Ends the session, here and wherever its cookie was copied to. */
export async function signOutHere(): Promise<never> {
  requireSameOrigin(await headers());
  const sessionId = await readSessionCookie();
  if (sessionId !== null) await signOut(sessionId);
  await clearSessionCookie();
  redirect('/sign-in' as Route);
}

const textOf = (value: FormDataEntryValue | null) => (typeof value === 'string' ? value : '');

/** The address that the nearest proxy, or Next itself, saw: the last of the list. Those before it are the sender's own words. */
function originOf(sent: Pick<Headers, 'get'>): string {
  return sent.get('x-forwarded-for')?.split(',').at(-1)?.trim() ?? 'unknown';
}
