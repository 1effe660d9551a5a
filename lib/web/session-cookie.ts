import { cookies } from 'next/headers';
import { sealSession, unsealSession } from '#lib/auth/session-token.ts';
import { env } from '#lib/env.ts';

/** Gives the browser its session. In actions and routes only. */
export async function writeSessionCookie({ sessionId, expiresAt }: { sessionId: string; expiresAt: Date }): Promise<void> {
  const { name, ...options } = cookie();
  (await cookies()).set(name, await sealSession(sessionId), { ...options, expires: expiresAt });
}

/** Takes the session away from the browser. In actions and routes only. */
export async function clearSessionCookie(): Promise<void> {
  const { name, ...options } = cookie();
  (await cookies()).set(name, '', { ...options, maxAge: 0 });
}

/** The session's id; null for a browser without one. */
export async function readSessionCookie(): Promise<string | null> {
  const token = (await cookies()).get(cookie().name)?.value;
  return token ? unsealSession(token) : null;
}

/** Over https it never leaves by http, and its name says so to the browser. */
function cookie() {
  const secure = env().APP_URL.startsWith('https:');
  return { name: `${secure ? '__Secure-' : ''}next-auth.session-token`, httpOnly: true, sameSite: 'lax', path: '/', secure } as const;
}
