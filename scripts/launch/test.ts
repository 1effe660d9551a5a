import { run } from './program.ts';
import { root } from './root.mjs';
import { say, sayFault } from './say.ts';
import { testsInBrowser } from './test-browser.ts';
import { withTestCluster } from './test-cluster.ts';
import { runTests, type Tally } from './test-runner.ts';
import { isStopped, type OrStopped, untilStopped } from './until-stopped.ts';

type Step = (filter: string[], orStopped: OrStopped) => Promise<Tally>;

/** `npm test [-- STEP [FILTER…]]`: every step or one, and at the end the one line that counts their tests. */
export const test = ([only, ...filter]: string[]) =>
  untilStopped(async (orStopped) => {
    const steps = Object.entries(STEPS).filter(([name]) => only === undefined || name === only);
    if (steps.length === 0) throw new Error(`there is no step ${only}, only ${Object.keys(STEPS).join(', ')}`);
    const total = { passed: 0, failed: 0 };
    for (const [name, step] of steps) {
      say(name);
      const { passed, failed } = await step(filter, orStopped).catch(brokenStep);
      total.passed += passed;
      total.failed += failed;
    }
    say('done');
    console.log(`${total.passed} passed, ${total.failed} failed`);
    process.exit(total.failed === 0 ? 0 : 1);
  });

const TEST: NodeJS.ProcessEnv = { ...process.env, NODE_ENV: 'test' };

const STEPS: Record<string, Step> = {
  types: (_, orStopped) =>
    orStopped(
      asOneTest([
        ['next/dist/bin/next', 'typegen'],
        ['typescript/bin/tsc', '--noEmit'],
      ]),
    ),
  lint: (_, orStopped) => orStopped(asOneTest([['@biomejs/biome/bin/biome', 'check']])),
  unit: (filter, orStopped) => runTests('vitest', ['run', '--project', 'unit', ...filter], TEST, orStopped),
  database: (filter, orStopped) =>
    withTestCluster((url) => {
      const env = { ...TEST, TEST_DATABASE_URL: process.env.TEST_DATABASE_URL ?? url };
      return runTests('vitest', ['run', '--project', 'database', ...filter], env, orStopped);
    }),
  browser: testsInBrowser,
};

function brokenStep(error: unknown): Tally {
  if (isStopped(error)) throw error;
  sayFault(error);
  return { passed: 0, failed: 1 };
}

/** Programs of packages, the next one only where the one before it found nothing. */
async function asOneTest(programs: string[][]): Promise<Tally> {
  for (const [program = '', ...arguments_] of programs) {
    const status = await run([`${root}/node_modules/${program}`, ...arguments_], { env: process.env });
    if (status !== 0) return { passed: 0, failed: 1 };
  }
  return { passed: 1, failed: 0 };
}
