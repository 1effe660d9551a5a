import { expect, test } from 'vitest';
import { type Bucket, takeToken } from './token-bucket.ts';

function requests(times: readonly number[], rate: number): (number | null)[] {
  let bucket: Bucket | undefined;
  return times.map((atMs) => {
    const taken = takeToken(bucket, rate, atMs);
    bucket = taken.bucket;
    return taken.waitSeconds;
  });
}

test('a burst of five seconds passes, and the next request is told to wait', () => {
  expect(requests(Array(11).fill(0), 2)).toEqual([...Array(10).fill(null), 1]);
});

test('after the wait one passes, a moment before it none', () => {
  const burst = Array(10).fill(0);
  expect(requests([...burst, 499], 2).at(-1)).toBe(1);
  expect(requests([...burst, 500], 2).at(-1)).toBeNull();
});

test('a pause fills it to a burst and no further', () => {
  expect(requests([0, ...Array(6).fill(3_600_000)], 1)).toEqual([null, null, null, null, null, null, 1]);
});

test('a machine clock that is set back takes nothing away', () => {
  expect(requests([10_000, 5_000, 5_000], 1)).toEqual([null, null, null]);
});
