'use server';

import { type SignInState, signInByForm, signOutHere } from '#lib/web/sign-in.ts';

export async function signInAction(_before: unknown, form: FormData): Promise<SignInState> {
  return signInByForm(form);
}

export async function signOutAction(): Promise<void> {
  await signOutHere();
}
