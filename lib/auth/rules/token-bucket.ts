/** How many requests are left, and when that was so. */
export type Bucket = { tokens: number; atMs: number };

/** Bursts are this many seconds' worth of requests. */
const BURST_SECONDS = 5;

/** The bucket after one more request at `nowMs`, with the wait where it comes too early: whole seconds, at least one. */
export function takeToken(
  bucket: Bucket | undefined,
  ratePerSecond: number,
  nowMs: number,
): { bucket: Bucket; waitSeconds: number | null } {
  const full = ratePerSecond * BURST_SECONDS;
  const { tokens, atMs } = bucket ?? { tokens: full, atMs: nowMs };
  const refilled = Math.min(full, tokens + (Math.max(0, nowMs - atMs) / 1000) * ratePerSecond);
  if (refilled >= 1) return { bucket: { tokens: refilled - 1, atMs: nowMs }, waitSeconds: null };
  return { bucket: { tokens: refilled, atMs: nowMs }, waitSeconds: Math.max(1, Math.ceil((1 - refilled) / ratePerSecond)) };
}
