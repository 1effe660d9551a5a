import fs from 'node:fs';
import path from 'node:path';
import { withLock } from './lock.mjs';
import { runOrFail } from './program.ts';
import { root } from './root.mjs';
import { HASH, sourceFiles, sourceHash } from './source-hash.ts';

/**
 * The programs outside Next as plain JavaScript, made when their sources changed: a folder `dist/<hash>` that is whole or not there.
 * Bundled because Node reads drizzle-orm's 178 kB package.json anew for each of its modules, which costs every process a second and 250 MB.
 */
export async function bundle(): Promise<string> {
  const sources = sourceFiles(['db', 'lib', 'worker', 'scripts', 'package.json', 'package-lock.json', 'tsconfig.json']);
  const folder = path.join(DIST, sourceHash(sources));
  if (!fs.existsSync(folder)) await withLock(path.join(DIST, 'lock'), () => make(folder));
  return folder;
}

const DIST = path.join(root, 'dist');

/** Bundles to keep: a process that runs on an older one may still load a part of it. */
const KEPT = 4;

async function make(folder: string): Promise<void> {
  if (fs.existsSync(folder)) return;
  const unfinished = `${folder}.new`;
  fs.rmSync(unfinished, { recursive: true, force: true });
  // In a child, because the bundler would stay in memory (240 MB) for as long as the launcher runs.
  await runOrFail('bundling', [path.join(import.meta.dirname, 'bundle-programs.ts'), unfinished], { env: process.env });
  fs.renameSync(unfinished, folder);
  const age = (name: string) => fs.statSync(path.join(DIST, name)).mtimeMs;
  const bundles = fs.readdirSync(DIST).filter((name) => HASH.test(name));
  for (const old of bundles.sort((a, b) => age(b) - age(a)).slice(KEPT)) fs.rmSync(path.join(DIST, old), { recursive: true, force: true });
}
