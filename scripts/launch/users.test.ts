import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { processIdentity } from './lock.mjs';
import { isUsed, signIn, signOut } from './users.ts';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'users-'));
const book = path.join(folder, 'book');
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

it('is used while this process is in the book', () => {
  expect(isUsed(book)).toBe(false);
  signIn(book);
  expect(isUsed(book)).toBe(true);
  expect(signOut(book)).toBe('unused');
});

it('stays used by another that lives, not by one that died', () => {
  signIn(book);
  fs.writeFileSync(path.join(book, '4194304:1'), '');
  fs.writeFileSync(path.join(book, processIdentity(process.ppid) ?? ''), '');
  expect(signOut(book)).toBe('used');
  fs.rmSync(path.join(book, processIdentity(process.ppid) ?? ''));
  expect(isUsed(book)).toBe(false);
});
