import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';

export type OwnApp = {
  url: string;
  /** Ends it at once, as a machine that loses its power does. */
  kill(): Promise<void>;
  /** Serves it anew, at the same address. */
  start(): Promise<void>;
};

/** One more server of the built app on the same database, for a test that kills it. */
export async function ownApp(): Promise<OwnApp> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  let server: ChildProcess | undefined;
  const start = async () => {
    server = serve(port);
    await untilHealthy(url, server);
  };
  const kill = async () => {
    if (!server?.pid || server.exitCode !== null || server.signalCode !== null) return;
    const ended = once(server, 'exit');
    process.kill(-server.pid, 'SIGKILL');
    await ended;
  };
  await start();
  return { url, kill, start };
}

function serve(port: number): ChildProcess {
  const { E2E_APP: folder } = process.env;
  if (!folder) throw new Error('run browser tests with `npm test -- browser`: it builds the product and says where');
  const next = [path.resolve('node_modules/next/dist/bin/next'), 'start', '-p', String(port), '-H', '127.0.0.1'];
  return spawn(process.execPath, ['--import', END_WITH_PARENT, ...next], { cwd: folder, stdio: 'ignore', detached: true });
}

const END_WITH_PARENT = pathToFileURL(path.resolve('scripts/launch/end-with-parent.mjs')).href;

async function untilHealthy(url: string, server: ChildProcess): Promise<void> {
  while (server.exitCode === null) {
    try {
      if ((await fetch(`${url}/api/health`)).ok) return;
    } catch {} // not yet listening
    await sleep(100);
  }
  throw new Error(`the server ended by itself (exit status ${server.exitCode})`);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer().on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port'))));
    });
  });
}
