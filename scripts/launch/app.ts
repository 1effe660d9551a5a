import net from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { NEXT } from './build-app.ts';
import { type Program, type ProgramOptions, startProgram } from './program.ts';

type App = Program & { /** Resolves when app, database and worker all work. */ healthy: Promise<void> };

type AppOptions = { folder: string; env: NodeJS.ProcessEnv; port: number; dev?: boolean; stdio?: ProgramOptions['stdio'] };

/** Serves the app of `folder`: to this machine alone, unless `NODE_ENV=production` says that it is meant for others. */
export function startApp({ folder, env, port, dev = false, stdio }: AppOptions): App {
  const reach = process.env.NODE_ENV === 'production' ? [] : ['-H', '127.0.0.1'];
  const program = startProgram('app', [...(dev ? [] : HEAP), NEXT, dev ? 'dev' : 'start', '-p', String(port), ...reach], {
    cwd: folder,
    env,
    ...(stdio && { stdio }),
  });
  const ended = program.ended.then((status) => {
    throw new Error(`the app ended by itself (exit status ${status}), so everything is stopped`);
  });
  return { ...program, healthy: Promise.race([untilHealthy(port), ended]) };
}

/** V8 lets garbage lie according to the machine's memory: taking 25,000 signals a second the app grew to 590 MB, with these to 265, no slower.
 *  The second leaves room for two dozen bodies of 10 MiB at once. */
const HEAP = ['--max-semi-space-size=8', '--max-old-space-size=768'];

const HEALTH_TIMEOUT_MS = 120_000;

async function untilHealthy(port: number): Promise<void> {
  const deadline = Date.now() + HEALTH_TIMEOUT_MS;
  let answer = 'none';
  while (Date.now() < deadline) {
    try {
      const response = await fetch(`http://127.0.0.1:${port}/api/health`, { signal: AbortSignal.timeout(30_000) });
      if (response.ok) return;
      answer = `${response.status} ${await response.text()}`;
    } catch {} // not yet listening
    await sleep(200);
  }
  throw new Error(`the app did not become healthy within ${HEALTH_TIMEOUT_MS / 1000} s; its last answer: ${answer}`);
}

/** Throws where somebody listens on the port already, on either of the addresses that `localhost` stands for. */
export async function refuseBusyPort(port: number): Promise<void> {
  for (const host of ['127.0.0.1', '::1']) {
    if (await isBusy(port, host)) throw new Error(`port ${port} is in use: end what listens there, or choose another with PORT=…`);
  }
}

function isBusy(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = net.createServer().on('error', (error: NodeJS.ErrnoException) => resolve(error.code === 'EADDRINUSE'));
    server.listen(port, host, () => server.close(() => resolve(false)));
  });
}
