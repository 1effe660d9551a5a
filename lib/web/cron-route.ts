import { createHash, timingSafeEqual } from 'node:crypto';
import { env } from '#lib/env.ts';
import { AppError } from '#lib/errors.ts';
import { newId } from '#lib/ids.ts';
import { finishDueRuns } from '#lib/retention/finish-due-runs.ts';
import { startDueRuns } from '#lib/retention/start-due-runs.ts';
import { withDeadline } from './deadline.ts';
import { problemResponse } from './problem-response.ts';

/** As long as a caller that waits for the runs is kept. */
const WAIT_MS = 600_000;

/** R28. Starts the daily process for every workspace that is due, for whoever knows CRON_SECRET; as often as it is called, each runs once a day. `?wait=1` answers when they are over. */
export async function cronRoute(request: Request): Promise<Response> {
  const requestId = newId();
  try {
    if (!isAuthorized(request.headers.get('authorization')))
      throw new AppError('key-needed', 'Send Authorization: Bearer with the CRON_SECRET.');
    const wait = new URL(request.url).searchParams.get('wait') === '1';
    const answer = await withDeadline(WAIT_MS, startRuns(wait));
    return Response.json(answer, { status: wait ? 200 : 202, headers: { 'Cache-Control': 'no-store', 'X-Request-Id': requestId } });
  } catch (error) {
    return problemResponse(error, requestId);
  }
}

async function startRuns(wait: boolean) {
  const startedBy = 'daily process';
  const started = await startDueRuns({ startedBy });
  if (wait) await finishDueRuns({ startedBy });
  return started;
}

/** Compares digests: how long it takes says nothing of the secret. */
function isAuthorized(authorization: string | null): boolean {
  const given = /^Bearer +(.+)$/i.exec(authorization ?? '')?.[1];
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return given !== undefined && timingSafeEqual(digest(given), digest(env().CRON_SECRET));
}
