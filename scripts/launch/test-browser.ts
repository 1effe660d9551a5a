import type { StdioOptions } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { startApp } from './app.ts';
import { findBrowser } from './browser.ts';
import { buildApp } from './build-app.ts';
import { bundle } from './bundle.ts';
import { freePort } from './postgres.ts';
import { runOrFail, startProgram } from './program.ts';
import { dataFolder } from './root.mjs';
import { say } from './say.ts';
import { readSettings } from './settings.ts';
import { withTestCluster } from './test-cluster.ts';
import { runTests, type Tally } from './test-runner.ts';
import type { OrStopped } from './until-stopped.ts';

/** The product as it is served, with a worker, on a port and a database of its own, and Playwright before it. */
export async function testsInBrowser(filter: string[], orStopped: OrStopped): Promise<Tally> {
  const browser = await findBrowser();
  say(`browser: ${browser.executablePath ?? 'Playwright’s own'}`);
  const programs = await orStopped(bundle());
  const folder = await orStopped(buildApp());
  return withTestCluster(async (url) => {
    const port = await freePort();
    const { env } = await readSettings();
    const served = { ...env, DATABASE_URL: url, FILES_URL, PORT: String(port), APP_URL: `http://127.0.0.1:${port}` };
    await orStopped(runOrFail('the migration', [path.join(programs, 'migrate.js')], { env: served }));
    fs.mkdirSync(RESULTS, { recursive: true });
    const log = fs.openSync(path.join(RESULTS, 'served.log'), 'w');
    const stdio: StdioOptions = ['ignore', log, log];
    const app = startApp({ folder, env: served, port, stdio });
    const worker = startProgram('worker', [path.join(programs, 'worker.js')], { env: served, stdio });
    try {
      await orStopped(app.healthy);
      const seen = {
        E2E_BASE_URL: served.APP_URL,
        E2E_APP: folder,
        E2E_LAUNCH: JSON.stringify(browser),
        E2E_RETENTION: path.join(programs, 'retention.js'),
      };
      const tally = await runTests('playwright', ['test', ...filter], { ...served, ...seen }, orStopped);
      if (tally.failed > 0) say(`what app and worker said meanwhile: ${path.join(RESULTS, 'served.log')}`);
      return tally;
    } finally {
      await Promise.all([app.stop(), worker.stop()]);
    }
  });
}

const RESULTS = path.join(dataFolder, 'test-results');
const FILES_URL = pathToFileURL(path.join(RESULTS, 'files')).href;
