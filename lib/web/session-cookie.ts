import { cookies } from 'next/headers';
import { decode, encode } from 'next-auth/jwt';
import { SESSION_SECONDS } from '#lib/auth/sign-in.ts';
import { env } from '#lib/env.ts';

/** Gives the browser its session: an encrypted token that holds the session's id and nothing else. In actions and routes only. */
export async function writeSessionCookie({ sessionId, expiresAt }: { sessionId: string; expiresAt: Date }): Promise<void> {
  const value = await encode({ token: { sid: sessionId }, secret: env().AUTH_SECRET, maxAge: SESSION_SECONDS });
  const { name, secure } = cookie();
  (await cookies()).set(name, value, { httpOnly: true, sameSite: 'lax', path: '/', secure, expires: expiresAt });
}

/** Takes the session away from the browser. In actions and routes only. */
export async function clearSessionCookie(): Promise<void> {
  const { name, secure } = cookie();
  (await cookies()).set(name, '', { httpOnly: true, sameSite: 'lax', path: '/', secure, maxAge: 0 });
}

/** The id that the browser's token holds; null without one, and for one that is forged or has expired. */
export async function readSessionCookie(): Promise<string | null> {
  const value = (await cookies()).get(cookie().name)?.value;
  if (!value) return null;
  try {
    const token = await decode({ token: value, secret: env().AUTH_SECRET });
    return typeof token?.sid === 'string' ? token.sid : null;
  } catch {
    return null;
  }
}

/** Over https the cookie never leaves by http, and its name says so to the browser. */
function cookie(): { name: string; secure: boolean } {
  const secure = env().APP_URL.startsWith('https:');
  return { name: `${secure ? '__Secure-' : ''}next-auth.session-token`, secure };
}
