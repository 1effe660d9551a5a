import path from 'node:path';
import { refuseBusyPort, startApp } from './app.ts';
import { buildApp } from './build-app.ts';
import { describeDemo } from './demo.ts';
import { type Program, runOrFail, startProgram } from './program.ts';
import { root } from './root.mjs';
import { say } from './say.ts';
import { readSettings, type Settings } from './settings.ts';
import { type OrStopped, untilStopped } from './until-stopped.ts';
import { type Ready, withDatabase } from './with-database.ts';

/** `npm start` and `npm run dev`: everything that is needed, then the app and a worker until they are stopped. */
export const start = ({ dev }: { dev: boolean }) =>
  untilStopped(async (orStopped) => {
    const settings = await readSettings(dev ? 'development' : 'production');
    await refuseBusyPort(settings.port);
    return withDatabase(settings, (ready) => serve(dev, settings, ready, orStopped), orStopped);
  });

/** `npm run worker`: one more worker on the same database. */
export const startWorker = () =>
  untilStopped(async (orStopped) => {
    const work = async ({ programs, env }: Ready) => {
      const worker = startProgram('worker', [path.join(programs, 'worker.js')], { env });
      say('the worker runs');
      return stopAfter([worker], orStopped(untilOneEnds([worker])));
    };
    return withDatabase(await readSettings(), work, orStopped);
  });

async function serve(dev: boolean, settings: Settings, { programs, env }: Ready, orStopped: OrStopped): Promise<never> {
  say('the database is ready');
  const demo = settings.usesEmbeddedDatabase && runOrFail('the demo workspace', [path.join(programs, 'demo.js')], { env });
  const [folder] = await orStopped(Promise.all([dev ? root : buildApp(), demo]));
  say(dev ? 'the demo is there' : 'the app is built');
  const app = startApp({ folder, dev, env, port: settings.port });
  const worker = startProgram('worker', dev ? RELOADING_WORKER : [path.join(programs, 'worker.js')], { env });
  const ended = untilOneEnds([app, worker]);
  const announced = async () => {
    await Promise.race([app.healthy, ended]);
    if (settings.usesEmbeddedDatabase) console.log(describeDemo(settings.port));
    console.log(`ready on http://localhost:${settings.port}`);
    return ended;
  };
  return stopAfter([app, worker], orStopped(announced()));
}

/** Node runs the sources as they are and starts anew when one of them changes. */
const RELOADING_WORKER = ['--watch', '--watch-preserve-output', 'worker/main.ts'];

async function untilOneEnds(programs: Program[]): Promise<never> {
  const { name, status } = await Promise.race(programs.map(async ({ name, ended }) => ({ name, status: await ended })));
  throw new Error(`the ${name} ended by itself (exit status ${status}), so everything is stopped`);
}

async function stopAfter(programs: Program[], served: Promise<never>): Promise<never> {
  try {
    return await served;
  } finally {
    await Promise.all(programs.map((program) => program.stop()));
  }
}
