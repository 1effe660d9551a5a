import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { processIdentity } from './lock.mjs';
import { type PostgresHome, postgresHome } from './postgres-home.ts';

export type Cluster = {
  /** Of its database, which is empty at first. */
  url: string;
  port: number;
  stop(): void;
  /** Stops it and leaves nothing of it. */
  destroy(): void;
};

/** Starts the embedded server's cluster `name`, or takes the one that runs already. `durable: false` is for data nobody misses. */
export async function startCluster(name: string, { durable }: { durable: boolean }): Promise<Cluster> {
  const home = postgresHome();
  const folder = path.join(home.clusters, name);
  const data = path.join(folder, 'data');
  const log = path.join(folder, 'programs.log');
  if (!fs.existsSync(path.join(folder, 'password'))) initialise(home, folder, data, log, durable);
  const password = fs.readFileSync(path.join(folder, 'password'), 'utf8');
  const port = (await runningPort(data)) ?? (await start(home, folder, data, log, durable));
  return {
    url: `postgres://perennial:${password}@127.0.0.1:${port}/${DATABASE}`,
    port,
    stop: () => home.run('pg_ctl', ['stop', '-w', '-m', 'fast', '-D', data], log),
    destroy: () => discardCluster(name),
  };
}

/** Ends the server of a cluster, if one runs, and leaves nothing of its data. */
export function discardCluster(name: string): void {
  const home = postgresHome();
  const folder = path.join(home.clusters, name);
  const data = path.join(folder, 'data');
  if (runsOn(data, Number(pidFile(data)[0])))
    home.run('pg_ctl', ['stop', '-w', '-m', 'immediate', '-D', data], path.join(folder, 'programs.log'));
  fs.rmSync(folder, { recursive: true, force: true });
}

const DATABASE = 'perennial';
const CARELESS = ['-F', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off', '-c', 'max_wal_size=2GB'];

/** The password file comes last: a folder without one was cut off while it was being made, and is made anew. */
function initialise(home: PostgresHome, folder: string, data: string, log: string, durable: boolean): void {
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

async function start(home: PostgresHome, folder: string, data: string, log: string, durable: boolean): Promise<number> {
  for (let attempt = 1; ; attempt++) {
    const port = await freePort();
    const options = ['-p', String(port), '-h', '127.0.0.1', '-k', '""', ...(durable ? [] : CARELESS)].join(' ');
    try {
      home.run('pg_ctl', ['start', '-w', '-t', '60', '-D', data, '-l', path.join(folder, 'server.log'), '-o', options], log);
      return port;
    } catch (error) {
      // After a kill -9 the old server's last children may hold its memory for a moment; a free port may just have been taken.
      if (attempt === 5) throw error;
      await sleep(500 * attempt);
    }
  }
}

/** The port of the server that runs on `data` and takes connections. Its pid file outlives a killed server and is then in the way. */
async function runningPort(data: string): Promise<number | undefined> {
  for (let attempt = 0; attempt < 600; attempt++) {
    const lines = pidFile(data);
    if (!runsOn(data, Number(lines[0]))) {
      fs.rmSync(path.join(data, 'postmaster.pid'), { force: true });
      return undefined;
    }
    const port = Number(lines[3]);
    if (lines[7]?.trim() === 'ready' && (await answers(port))) return port;
    await sleep(100);
  }
  throw new Error(`the PostgreSQL server on ${data} runs and does not answer: end it, and start again`);
}

function pidFile(data: string): string[] {
  const file = path.join(data, 'postmaster.pid');
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8').split('\n') : [];
}

/** `pg_ctl status` takes a zombie, and any process that got the number later, for the server; its working folder does not lie. */
function runsOn(data: string, pid: number): boolean {
  if (!pid || !processIdentity(pid)) return false;
  if (process.platform !== 'linux') return true;
  try {
    return fs.readlinkSync(`/proc/${pid}/cwd`) === fs.realpathSync(data);
  } catch {
    return false;
  }
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
