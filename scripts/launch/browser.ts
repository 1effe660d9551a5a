import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { withLock } from './lock.mjs';
import { dataFolder, root } from './root.mjs';
import { say } from './say.ts';

/** As Playwright's `launchOptions` takes it; without `executablePath` it is Playwright's own. */
type Browser = { executablePath?: string; args: string[]; env?: NodeJS.ProcessEnv };

/** A Chromium that starts here: the one that is named, Playwright's, the system's, the one inside an npm package, or a fresh download. */
export async function findBrowser(): Promise<Browser> {
  if (process.env.E2E_CHROMIUM) return { executablePath: process.env.E2E_CHROMIUM, args: ARGUMENTS };
  if (await isDownloaded()) return { args: ARGUMENTS };
  const found = SYSTEM.find((executablePath) => starts({ executablePath, args: ARGUMENTS }));
  const browser = found ? { executablePath: found, args: ARGUMENTS } : await unpackedBrowser();
  if (browser) return browser;
  say('downloading a browser');
  spawnSync(process.execPath, [PLAYWRIGHT, 'install', '--only-shell', 'chromium'], { stdio: ['ignore', 2, 2], timeout: 300_000 });
  if (await isDownloaded()) return { args: ARGUMENTS };
  throw new Error('no Chromium is here that starts: name one with E2E_CHROMIUM, or run `npx playwright install --with-deps chromium`');
}

const PLAYWRIGHT = path.join(root, 'node_modules/@playwright/test/cli.js');

// Chromium's sandbox refuses root, and containers often give it less shared memory than it wants.
const ARGUMENTS = ['--disable-dev-shm-usage', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])];

const SYSTEM = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

function starts({ executablePath = '', env }: Browser): boolean {
  if (!fs.existsSync(executablePath)) return false;
  return spawnSync(executablePath, ['--version'], { timeout: 20_000, env: env ?? process.env }).status === 0;
}

/** Headless tests use the smaller shell; either of the two will do. */
async function isDownloaded(): Promise<boolean> {
  const { chromium } = await import('@playwright/test');
  const full = chromium.executablePath();
  const shell = full.replace(/chromium-(\d+).*/, 'chromium_headless_shell-$1');
  return fs.existsSync(full) || fs.existsSync(shell);
}

/** Linux on x64 only: needs no download, no root and no library of the system, since it brings those of its own along. */
async function unpackedBrowser(): Promise<Browser | undefined> {
  const packed = path.join(root, 'node_modules/@sparticuz/chromium/bin');
  if (process.platform !== 'linux' || process.arch !== 'x64' || !fs.existsSync(packed)) return undefined;
  const folder = path.join(dataFolder, 'chromium');
  if (!fs.existsSync(folder)) await withLock(`${folder}.lock`, () => unpack(packed, folder));
  const withLibraries = { ...process.env, LD_LIBRARY_PATH: path.join(folder, 'al2023/lib') };
  return [process.env, withLibraries]
    .map((env) => ({
      executablePath: path.join(folder, 'chromium'),
      args: [...new Set([...ARGUMENTS, '--no-sandbox', '--no-zygote'])],
      env: { ...env, FONTCONFIG_PATH: path.join(folder, 'fonts') },
    }))
    .find(starts);
}

async function unpack(packed: string, folder: string): Promise<void> {
  if (fs.existsSync(folder)) return;
  const unfinished = `${folder}.new`;
  fs.rmSync(unfinished, { recursive: true, force: true });
  fs.mkdirSync(unfinished);
  // The package unpacks to the temporary folder, where another user's copy may stand in the way.
  const before = process.env.TMPDIR;
  process.env.TMPDIR = unfinished;
  try {
    const { inflate } = await import('@sparticuz/chromium');
    for (const file of fs.readdirSync(packed)) await inflate(path.join(packed, file));
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
  fs.renameSync(unfinished, folder);
}
