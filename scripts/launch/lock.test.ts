import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { processIdentity, stillLives, withLock } from './lock.mjs';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'lock-'));
const file = path.join(folder, 'some/lock');
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

it('gives way to one at a time, in whatever order, and leaves nothing', async () => {
  let inside = 0;
  const entered: number[] = [];
  const enter = (turn: number) =>
    withLock(file, async () => {
      expect(++inside).toBe(1);
      await new Promise(setImmediate);
      entered.push(turn);
      inside--;
    });
  await Promise.all([1, 2, 3].map(enter));
  expect(entered.sort()).toEqual([1, 2, 3]);
  expect(fs.readdirSync(path.dirname(file))).toEqual([]);
});

it('is free again after work that failed, and tells the failure', async () => {
  const failing = withLock(file, () => Promise.reject(new Error('no space')));
  await expect(failing).rejects.toThrow('no space');
  expect(await withLock(file, () => 'mine')).toBe('mine');
});

it.each(['4194304:1', `${process.pid}:1`])('takes over from a holder that is dead, also where its number lives on (%s)', async (holder) => {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, holder);
  expect(await withLock(file, () => 'mine')).toBe('mine');
});

it('knows this process from an earlier one with its number', () => {
  expect(stillLives(processIdentity(process.pid) ?? '')).toBe(true);
  expect(processIdentity(4_194_304)).toBeNull();
});
