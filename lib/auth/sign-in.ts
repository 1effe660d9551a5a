import { createHash } from 'node:crypto';
import { z } from 'zod';
import { platform } from '#db/client.ts';
import { personByEmail } from '#db/people.ts';
import { deleteEndedSessions, deleteSession, insertSession } from '#db/sessions.ts';
import { countAttempts, deleteAttempts, insertAttempts } from '#db/sign-in-attempts.ts';
import { parseInput } from '#lib/door.ts';
import { AppError } from '#lib/errors.ts';
import { newId } from '#lib/ids.ts';
import { isPlainText } from '#lib/rules/plain-text.ts';
import { NOBODYS_PASSWORD, passwordFits } from './password.ts';

export const SESSION_SECONDS = 7 * 86_400;
/** Within this time so many failures are borne, from one origin or for one address; one more waits. */
const WINDOW_SECONDS = 15 * 60;
export const FAILURES_BORNE = { address: 10, origin: 100 };

const Credentials = z.object({
  email: z.string('Enter your email address.').trim().min(1, 'Enter your email address.').max(320, 'Enter a shorter address.'),
  password: z.string('Enter your password.').min(1, 'Enter your password.').max(1024, 'Enter a shorter password.'),
  /** Where the request came from: an internet address. */
  origin: z.string(),
});

/** Begins a session. Neither the answer nor its time tells whether the address is known.
 *  AppError `invalid`, `sign-in-needed` where address and password do not fit, `too-many-requests`. */
export async function signIn(input: z.input<typeof Credentials>): Promise<{ sessionId: string; expiresAt: Date }> {
  const { email, password, origin } = parseInput(Credentials, input);
  const address = email.toLowerCase();
  const attempt = await beginAttempt(address, origin);
  const person = isPlainText(address) ? await platform((tx) => personByEmail(tx, { email: address })) : null;
  const fits = await passwordFits(password, person?.passwordHash ?? NOBODYS_PASSWORD);
  if (!person || !fits) throw new AppError('sign-in-needed', 'Email and password do not fit together.');
  const now = new Date();
  const session = { id: newId(), personId: person.id, createdAt: now, expiresAt: new Date(now.getTime() + SESSION_SECONDS * 1000) };
  await platform(async (tx) => {
    await deleteAttempts(tx, { ids: attempt });
    await deleteEndedSessions(tx, { personId: person.id, now });
    await insertSession(tx, session);
  });
  return { sessionId: session.id, expiresAt: session.expiresAt };
}

/** Ends a session at once, wherever its cookie was copied to. */
export async function signOut(sessionId: string): Promise<void> {
  await platform((tx) => deleteSession(tx, { id: sessionId }));
}

/** Counts before it looks, so that a thousand guesses at once are no better than one after the other. A refused attempt does not prolong the wait. */
async function beginAttempt(address: string, origin: string): Promise<string[]> {
  const now = new Date();
  const since = new Date(now.getTime() - WINDOW_SECONDS * 1000);
  const subjects = { address: subjectOf('address', address), origin: subjectOf('origin', origin) };
  const ids = [newId(), newId()];
  await platform((tx) => insertAttempts(tx, { ids, subjects: Object.values(subjects), at: now, since }));
  return platform(async (tx) => {
    const attempts = await countAttempts(tx, { subjects: Object.values(subjects), since });
    const many = (['address', 'origin'] as const).some((kind) => (attempts.get(subjects[kind]) ?? 0) > FAILURES_BORNE[kind]);
    if (!many) return ids;
    await deleteAttempts(tx, { ids });
    return null;
  }).then((begun) => begun ?? refuse());
}

function refuse(): never {
  throw new AppError('too-many-requests', 'Too many failed sign-ins. Wait a quarter of an hour and sign in again.', {
    retryAfterSeconds: WINDOW_SECONDS,
  });
}

const subjectOf = (kind: string, text: string) => createHash('sha256').update(`${kind}:${text}`).digest('hex');
