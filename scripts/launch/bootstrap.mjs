// Runs with nothing installed, under any Node from 18 on.
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { withLock } from './lock.mjs';
import { dataFolder, root } from './root.mjs';

const programs = path.join(root, 'node_modules', '.bin');

/**
 * Installs what package-lock.json says where that is not installed, and returns under a Node that can run the rest; else the script at
 * `entry` goes on in a child under the pinned Node, and this process only waits for it. Standard output stays the script's own.
 * @param {string} entry `import.meta.url` of the script
 */
export async function bootstrap(entry) {
  process.env.INIT_CWD ??= process.cwd();
  if (!isInstalled()) await withLock(path.join(dataFolder, 'install.lock'), install);
  if (process.env.npm_lifecycle_event || process.env.PERENNIAL_RELAYED) await import('./end-with-parent.mjs');
  if (isRecentEnough(process.versions.node)) return;
  const node = path.join(programs, 'node');
  if (!fs.existsSync(node)) fail(`Node 24.7 or later is needed, and none comes along for ${process.platform} on ${process.arch}`);
  process.exit(await relay(fs.realpathSync(node), [fileURLToPath(entry), ...process.argv.slice(2)]));
}

/** npm ends an installation with a lockfile of what it put there: the same versions, so nothing is to be done. */
function isInstalled() {
  const wanted = packagesOf(path.join(root, 'package-lock.json'));
  const present = packagesOf(path.join(root, 'node_modules', '.package-lock.json'));
  return Object.entries(wanted).every(([place, { version, optional }]) => {
    if (place === '') return true;
    const found = present[place];
    return found ? found.version === version : optional === true;
  });
}

/** @param {string} file @returns {Record<string, { version: string, optional?: boolean }>} */
function packagesOf(file) {
  return fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')).packages : {};
}

function install() {
  if (isInstalled()) return; // by whoever held the lock before
  console.error('» installing the packages');
  const npm = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ['npm'];
  const arguments_ = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  // npm is about to delete node_modules/.bin and whatever Node runs from there: the machine's own must do it.
  const outside = (process.env.PATH ?? '').split(path.delimiter).filter((folder) => !folder.includes('node_modules'));
  const inside = process.execPath.startsWith(path.join(root, 'node_modules'));
  const [program = 'npm', ...first] = inside ? ['npm'] : npm;
  const { status, error } = spawnSync(program, [...first, ...arguments_], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    env: { ...process.env, NODE_ENV: 'development', PATH: outside.join(path.delimiter) },
  });
  if (status !== 0) fail(`npm ci failed (${error?.message ?? status})`);
}

/** 24.7 brought `crypto.argon2`. @param {string} version */
function isRecentEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > 24 || (major === 24 && minor >= 7);
}

/** @param {string} node @param {string[]} arguments_ @returns {Promise<number>} the child's exit status */
function relay(node, arguments_) {
  const env = { ...process.env, PERENNIAL_RELAYED: '1', PATH: [programs, process.env.PATH].join(path.delimiter) };
  const child = spawn(node, arguments_, { stdio: 'inherit', env });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, () => child.kill(signal));
  return new Promise((resolve) => {
    child.on('error', (error) => fail(error.message));
    child.on('exit', (status, signal) => resolve(signal ? 128 + os.constants.signals[signal] : (status ?? 1)));
  });
}

/** @param {string} message @returns {never} */
function fail(message) {
  console.error(message);
  process.exit(1);
}
