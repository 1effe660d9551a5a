import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { root } from './root.mjs';

export type ProgramOptions = { env: NodeJS.ProcessEnv; cwd?: string; stdio?: StdioOptions };

export type Program = { name: string; ended: Promise<number>; stop(): Promise<void> };

/** What asks a process to end: a terminal, another process, a terminal that was closed. */
export const ENDING_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Runs a Node program to its end and gives its exit status. Its standard output goes to standard error unless `stdio` says otherwise. */
export async function run(arguments_: string[], options: ProgramOptions): Promise<number> {
  const child = node(arguments_, { stdio: ['inherit', 2, 2], ...options });
  const passOn = (signal: NodeJS.Signals) => child.kill(signal);
  for (const signal of ENDING_SIGNALS) process.on(signal, passOn);
  try {
    return await exitStatus(child);
  } finally {
    for (const signal of ENDING_SIGNALS) process.off(signal, passOn);
  }
}

/** As `run`, for steps that must go well. */
export async function runOrFail(name: string, arguments_: string[], options: ProgramOptions): Promise<void> {
  const status = await run(arguments_, options);
  if (status !== 0) throw new Error(`${name} failed (exit status ${status})`);
}

/** Starts a Node program that runs until it is stopped, in a process group of its own: Ctrl-C in a terminal is ours to pass on. */
export function startProgram(name: string, arguments_: string[], options: ProgramOptions): Program {
  const child = node(arguments_, { stdio: ['ignore', 'inherit', 'inherit'], ...options }, true);
  const ended = exitStatus(child);
  return { name, ended, stop: () => stopGroup(child, ended) };
}

const END_WITH_PARENT = pathToFileURL(path.join(import.meta.dirname, 'end-with-parent.mjs')).href;

const PATIENCE_MS = 10_000;

function node(arguments_: string[], { cwd = root, env, stdio }: ProgramOptions, detached = false): ChildProcess {
  return spawn(process.execPath, ['--import', END_WITH_PARENT, ...arguments_], {
    cwd,
    env: { ...env, NEXT_TELEMETRY_DISABLED: '1' },
    stdio,
    detached,
  });
}

function exitStatus(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.on('error', reject).on('exit', (status) => resolve(status ?? 1));
  });
}

/** Asks, waits, and then insists. The whole group, because a program's own children may not have been told. */
async function stopGroup(child: ChildProcess, ended: Promise<number>): Promise<void> {
  signalGroup(child, 'SIGTERM');
  await Promise.race([ended, sleep(PATIENCE_MS, undefined, { ref: false })]);
  signalGroup(child, 'SIGKILL');
  await ended;
}

function signalGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (pid) process.kill(-pid, signal);
  } catch {} // nobody is left in it
}
