import fs from 'node:fs';
import path from 'node:path';
import { startProgram } from './program.ts';
import { dataFolder, root } from './root.mjs';
import type { OrStopped } from './until-stopped.ts';

export type Tally = { passed: number; failed: number };

/** Runs vitest or Playwright and counts what it reports. What breaks outside of any test counts as one that failed. */
export async function runTests(
  name: keyof typeof RUNNERS,
  arguments_: string[],
  env: NodeJS.ProcessEnv,
  orStopped: OrStopped,
): Promise<Tally> {
  const { program, reporters, tally } = RUNNERS[name];
  const report = path.join(dataFolder, 'test-results', `${name}.json`);
  fs.rmSync(report, { force: true });
  const tests = startProgram(name, [path.join(root, 'node_modules', program), ...arguments_, ...reporters(report)], {
    env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
  });
  try {
    const status = await orStopped(tests.ended);
    const { passed, failed } = fs.existsSync(report) ? tally(JSON.parse(fs.readFileSync(report, 'utf8'))) : { passed: 0, failed: 0 };
    return { passed, failed: status === 0 ? failed : Math.max(failed, 1) };
  } finally {
    await tests.stop();
  }
}

const RUNNERS = {
  vitest: {
    program: 'vitest/vitest.mjs',
    reporters: (file: string) => ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
    tally: ({ numPassedTests, numFailedTests }: VitestReport): Tally => ({ passed: numPassedTests, failed: numFailedTests }),
  },
  playwright: {
    program: '@playwright/test/cli.js',
    reporters: () => ['--reporter=list,json'],
    tally: ({ stats }: PlaywrightReport): Tally => ({ passed: stats.expected, failed: stats.unexpected + stats.flaky }),
  },
};

type VitestReport = { numPassedTests: number; numFailedTests: number };
type PlaywrightReport = { stats: { expected: number; unexpected: number; flaky: number } };
