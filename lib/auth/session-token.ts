import { decode, encode } from 'next-auth/jwt';
import { env } from '#lib/env.ts';
import { SESSION_SECONDS } from './sign-in.ts';

/** What the browser keeps of a session: its id, encrypted with AUTH_SECRET, and nothing else. */
export function sealSession(sessionId: string): Promise<string> {
  return encode({ token: { sid: sessionId }, secret: env().AUTH_SECRET, maxAge: SESSION_SECONDS });
}

/** The session's id; null for a token that is forged or has expired. */
export async function unsealSession(token: string): Promise<string | null> {
  try {
    const content = await decode({ token, secret: env().AUTH_SECRET });
    return typeof content?.sid === 'string' ? content.sid : null;
  } catch {
    return null;
  }
}
