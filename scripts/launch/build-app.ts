import fs from 'node:fs';
import path from 'node:path';
import { withLock } from './lock.mjs';
import { runOrFail } from './program.ts';
import { dataFolder, root } from './root.mjs';
import { HASH, sourceFiles, sourceHash } from './source-hash.ts';
import { isUsed, signIn } from './users.ts';

export const NEXT = path.join(root, 'node_modules/next/dist/bin/next');

/**
 * The app, built in a copy of its sources where they changed; gives the copy's folder, for `next start` to run in. Every state of the
 * sources has a copy of its own, so that a build never takes the pages away from an app that runs, or from a test.
 */
export async function buildApp(): Promise<string> {
  const sources = sourceFiles(SOURCES);
  const folder = path.join(BUILDS, sourceHash(sources));
  await withLock(path.join(BUILDS, 'lock'), async () => {
    if (!fs.existsSync(builtMark(folder))) await build(folder, sources);
    signIn(usersOf(folder));
    removeUnused(folder);
  });
  return folder;
}

const SOURCES = [
  ...['app', 'components', 'lib', 'db', 'public', 'proxy.ts', 'instrumentation.ts', 'instrumentation.node.ts'],
  ...['next.config.ts', 'postcss.config.mjs', 'tsconfig.json', 'package.json', 'package-lock.json'],
];

const BUILDS = path.join(dataFolder, 'builds');
const builtMark = (folder: string) => path.join(folder, '.next/BUILT');
const usersOf = (folder: string) => `${folder}.users`;

/** Packages are found in the checkout's own node_modules, above the copy. */
async function build(folder: string, sources: string[]): Promise<void> {
  fs.rmSync(folder, { recursive: true, force: true });
  for (const file of sources) fs.cpSync(path.join(root, file), path.join(folder, file));
  await runOrFail('next build', [NEXT, 'build'], { cwd: folder, env: { ...process.env, NODE_ENV: 'production' } });
  fs.writeFileSync(builtMark(folder), '');
}

function removeUnused(present: string): void {
  const names = fs.readdirSync(BUILDS).filter((name) => HASH.test(name));
  for (const folder of names.map((name) => path.join(BUILDS, name))) {
    if (folder === present || isUsed(usersOf(folder))) continue;
    for (const old of [folder, usersOf(folder)]) fs.rmSync(old, { recursive: true, force: true });
  }
}
