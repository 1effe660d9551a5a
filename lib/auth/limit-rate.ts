import { AppError } from '#lib/errors.ts';
import type { KeyAtWork } from './authenticate-key.ts';
import { type Bucket, takeToken } from './rules/token-bucket.ts';

// On globalThis: each route is a module graph of its own, and a key has one limit for all of them.
const holder = globalThis as { perennialBuckets?: Map<string, Bucket> };

/** Counts one request of a key, in this process; AppError `too-many-requests` over its limit. */
export function limitRate({ keyId, ratePerSecond }: KeyAtWork): void {
  if (ratePerSecond === null) return;
  holder.perennialBuckets ??= new Map();
  const { bucket, waitSeconds } = takeToken(holder.perennialBuckets.get(keyId), ratePerSecond, performance.now());
  holder.perennialBuckets.set(keyId, bucket);
  if (waitSeconds === null) return;
  throw new AppError('too-many-requests', `This key may send ${ratePerSecond} requests a second. Wait and send it again.`, {
    retryAfterSeconds: waitSeconds,
  });
}
