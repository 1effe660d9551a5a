import type { Route } from 'next';
import { headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import { type Membership, personContext, readSession, type SignedIn } from '#lib/auth/read-session.ts';
import type { Context } from '#lib/context.ts';
import { AppError } from '#lib/errors.ts';
import { readSessionCookie } from './session-cookie.ts';

type InWorkspace = SignedIn & { ctx: Context; workspace: Membership };

/** Who is signed in, read once a request; null for nobody. */
export const currentPerson = cache(async (): Promise<SignedIn | null> => {
  const sessionId = await readSessionCookie();
  return sessionId === null ? null : readSession(sessionId);
});

/** Who is signed in. Whoever is not is led to the sign-in page, and from there back to where they were. */
export async function requirePerson(): Promise<SignedIn> {
  const signedIn = await currentPerson();
  if (signedIn) return signedIn;
  const path = (await headers()).get(PATH_HEADER);
  redirect((path && path !== '/' ? `/sign-in?next=${encodeURIComponent(path)}` : '/sign-in') as Route);
}

/** The workspace at `slug`, and what a person needs to act in it. Where it is not theirs, there is no such page. */
export async function requireWorkspace(slug: string): Promise<InWorkspace> {
  const inWorkspace = workspaceOf(await requirePerson(), slug);
  return inWorkspace ?? notFound();
}

/** Null where the workspace is not one of theirs, or is none at all: nobody is told which. */
export function workspaceOf(signedIn: SignedIn, slug: string): InWorkspace | null {
  const workspace = signedIn.memberships.find((membership) => membership.slug === slug);
  return workspace ? { ...signedIn, workspace, ctx: personContext(signedIn, workspace) } : null;
}

/** The context of whoever is signed in, for actions and data; AppError `sign-in-needed`, `not-found`. */
export async function contextIn(slug: string): Promise<Context> {
  const signedIn = await currentPerson();
  if (!signedIn) throw new AppError('sign-in-needed', 'The session has ended. Sign in again in another tab, then repeat this here.');
  const inWorkspace = workspaceOf(signedIn, slug);
  if (!inWorkspace) throw new AppError('not-found', 'There is no such workspace.');
  return inWorkspace.ctx;
}

/** Where the request was going; proxy.ts writes it. */
const PATH_HEADER = 'x-path';
