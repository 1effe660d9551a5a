import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { processIdentity } from './lock.mjs';
import { type PostgresHome, postgresHome } from './postgres-home.ts';

export type Cluster = {
  /** Of its database, which is empty at first. */
  url: string;
  stop(): void;
  /** Kills the server as a power cut would, and starts it again at the same URL. */
  crash(): Promise<void>;
  /** Stops it and leaves nothing of it. */
  destroy(): void;
};

/** Starts the embedded server's cluster `name`, or takes the one that runs already. `durable: false` is for data that nobody misses. */
export async function startCluster(name: string, { durable }: { durable: boolean }): Promise<Cluster> {
  const place = placeOf(name, durable);
  if (!fs.existsSync(path.join(place.folder, 'password'))) initialise(place);
  const password = fs.readFileSync(path.join(place.folder, 'password'), 'utf8');
  const port = (await runningPort(place)) ?? (await start(place));
  return {
    url: `postgres://perennial:${password}@127.0.0.1:${port}/${DATABASE}`,
    stop: () => stop(place, 'fast'),
    async crash() {
      kill(Number(pidFile(place)[0]));
      while (runs(place)) await sleep(10);
      await clearWreck(place);
      await start(place, port);
    },
    destroy: () => discard(place),
  };
}

/** Ends the server of a cluster, if it runs, and leaves nothing of its data. */
export const discardCluster = (name: string) => discard(placeOf(name, false));

type Place = { home: PostgresHome; folder: string; data: string; log: string; durable: boolean };

const DATABASE = 'perennial';
const CARELESS = ['-F', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off', '-c', 'max_wal_size=2GB'];

function placeOf(name: string, durable: boolean): Place {
  const home = postgresHome();
  const folder = path.join(home.clusters, name);
  return { home, folder, data: path.join(folder, 'data'), log: path.join(folder, 'programs.log'), durable };
}

/** The password file comes last: a folder without one was cut off while it was being made, and is made anew. */
function initialise({ home, folder, data, log, durable }: Place): void {
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder, { mode: 0o700 });
  home.own(folder);
  const secret = path.join(folder, 'password.new');
  fs.writeFileSync(secret, randomBytes(18).toString('base64url'), { mode: 0o600 });
  home.own(secret);
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const access = ['--username=perennial', '--auth=scram-sha-256', `--pwfile=${secret}`];
  home.run('initdb', ['-D', data, ...access, ...locale, ...(durable ? [] : ['--no-sync'])], log);
  home.run('postgres', ['--single', ...(durable ? [] : ['-F']), '-D', data, 'postgres'], log, `create database ${DATABASE};\n`);
  fs.renameSync(secret, path.join(folder, 'password'));
}

async function start({ home, folder, data, log, durable }: Place, samePort?: number): Promise<number> {
  for (let attempt = 1; ; attempt++) {
    const port = samePort ?? (await freePort());
    const options = ['-p', String(port), '-h', '127.0.0.1', '-k', '""', ...(durable ? roomy() : CARELESS)].join(' ');
    try {
      home.run('pg_ctl', ['start', '-w', '-t', '60', '-D', data, '-l', path.join(folder, 'server.log'), '-o', options], log);
      return port;
    } catch (error) {
      // A port may be taken between being found free and being used.
      if (attempt === 3) throw error;
    }
  }
}

/** A quarter of the memory, up to a gigabyte, instead of 128 MB: a workspace of a million entities fits, and its preview takes half as long. */
function roomy(): string[] {
  const memory = Math.min(process.constrainedMemory() || Number.POSITIVE_INFINITY, os.totalmem());
  const megabytes = Math.max(128, Math.min(1024, Math.floor(memory / 4 / 2 ** 20)));
  return ['-c', `shared_buffers=${megabytes}MB`];
}

function stop({ home, data, log }: Place, mode: 'fast' | 'immediate'): void {
  home.run('pg_ctl', ['stop', '-w', '-m', mode, '-D', data], log);
}

function discard(place: Place): void {
  if (runs(place)) stop(place, 'immediate');
  fs.rmSync(place.folder, { recursive: true, force: true });
}

/** The port of the server that runs on this place and takes connections. */
async function runningPort(place: Place): Promise<number | undefined> {
  for (let attempt = 0; attempt < 600; attempt++) {
    if (!runs(place)) {
      await clearWreck(place);
      return undefined;
    }
    const lines = pidFile(place);
    const port = Number(lines[3]);
    if (lines[7]?.trim() === 'ready' && (await answers(port))) return port;
    await sleep(100);
  }
  throw new Error(`the PostgreSQL server on ${place.data} runs and does not answer: end it, and start again`);
}

function pidFile({ data }: Place): string[] {
  const file = path.join(data, 'postmaster.pid');
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8').split('\n') : [];
}

/** `pg_ctl status` takes a zombie, and any process that got the number later, for the server. */
function runs(place: Place): boolean {
  const pid = pidFile(place)[0] ?? '';
  if (process.platform !== 'linux') return processIdentity(Number(pid)) !== null;
  return isServerOn(place.data, pid);
}

/** The system's own word for it, which only Linux gives: what runs, and where. */
function isServerOn(data: string, pid: string): boolean {
  try {
    return fs.readlinkSync(`/proc/${pid}/cwd`) === fs.realpathSync(data) && fs.readlinkSync(`/proc/${pid}/exe`).endsWith('/postgres');
  } catch {
    return false;
  }
}

/** Ends what a killed server left behind: its children, and its pid file, which keeps the next one from starting while a zombie lasts. */
async function clearWreck({ data }: Place): Promise<void> {
  if (process.platform !== 'linux') return;
  const orphans = () => fs.readdirSync('/proc').filter((name) => /^\d+$/.test(name) && isServerOn(data, name));
  for (let left = orphans(); left.length > 0; left = orphans()) {
    for (const pid of left) kill(Number(pid));
    await sleep(20);
  }
  fs.rmSync(path.join(data, 'postmaster.pid'), { force: true });
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {} // it ended by itself
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect({ port, host: '127.0.0.1', timeout: 2000 });
    const end = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket
      .on('connect', () => end(true))
      .on('error', () => end(false))
      .on('timeout', () => end(false));
  });
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer().on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as net.AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
