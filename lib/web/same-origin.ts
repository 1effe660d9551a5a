import { env } from '#lib/env.ts';
import { AppError } from '#lib/errors.ts';

/** Refuses what another site had the browser send: AppError `forbidden` where the Origin is foreign or missing. */
export function requireSameOrigin(headers: Pick<Headers, 'get'>): void {
  const origin = headers.get('origin');
  const own = headers.get('x-forwarded-host') ?? headers.get('host');
  const host = origin === null ? undefined : URL.parse(origin)?.host;
  if (host !== undefined && (host === own || origin === new URL(env().APP_URL).origin)) return;
  throw new AppError('forbidden', 'This did not come from a page of this site. Open the page again and repeat it there.');
}
