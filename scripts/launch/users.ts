import fs from 'node:fs';
import path from 'node:path';
import { processIdentity, stillLives } from './lock.mjs';

/** Notes in the folder `book` that this process uses what the book is about. */
export function signIn(book: string): void {
  fs.mkdirSync(book, { recursive: true });
  fs.writeFileSync(path.join(book, processIdentity(process.pid) ?? ''), '');
}

/** Takes this process out of the book; says whether somebody living is still in it. */
export function signOut(book: string): 'used' | 'unused' {
  fs.rmSync(path.join(book, processIdentity(process.pid) ?? ''), { force: true });
  return isUsed(book) ? 'used' : 'unused';
}

export function isUsed(book: string): boolean {
  return fs.existsSync(book) && fs.readdirSync(book).some(stillLives);
}
