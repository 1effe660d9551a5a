import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, it, vi } from 'vitest';
import { processIdentity } from './lock.mjs';
import { run, startProgram } from './program.ts';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'program-'));
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

const options = { env: process.env, stdio: 'ignore' as const };

/** A program that starts a deaf child, notes both process numbers in `file`, and runs on. */
function familyThatNotes(file: string): string {
  const deaf = "process.on('SIGTERM', () => {}); setInterval(() => {}, 1000); process.send('deaf')";
  return `
    const child = require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(deaf)}], { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
    child.on('message', () => require('node:fs').writeFileSync(${JSON.stringify(file)}, process.pid + ' ' + child.pid));
    setInterval(() => {}, 1000);`;
}

const noted = async (file: string) => {
  const content = await vi.waitUntil(() => fs.existsSync(file) && fs.readFileSync(file, 'utf8'), 30_000);
  return content.split(' ').map(Number);
};

it('gives the exit status of what ran to its end', async () => {
  expect(await run(['-e', 'process.exit(3)'], options)).toBe(3);
  expect(await run(['-e', 'process.kill(process.pid)'], options)).toBe(1);
});

it('stops a program with all its children, those too that do not listen', async () => {
  const file = path.join(folder, 'family');
  const program = startProgram('family', ['-e', familyThatNotes(file)], options);
  const pids = await noted(file);
  await program.stop();
  await vi.waitUntil(() => pids.every((pid) => processIdentity(pid) === null), 30_000);
}, 60_000);

it('lets no program outlive a launcher that was killed', async () => {
  const file = path.join(folder, 'alone');
  const program = path.join(import.meta.dirname, 'program.ts');
  const child = `require('node:fs').writeFileSync(${JSON.stringify(file)}, String(process.pid)); setInterval(() => {}, 1000)`;
  const launcher = `const { startProgram } = await import(${JSON.stringify(program)});
    startProgram('alone', ['-e', ${JSON.stringify(child)}], { env: process.env, stdio: 'ignore' });`;
  const launching = spawn(process.execPath, ['--input-type=module', '-e', launcher], { stdio: 'ignore' });
  const [pid = 0] = await noted(file);
  expect(processIdentity(pid)).not.toBeNull();
  launching.kill('SIGKILL');
  await vi.waitUntil(() => processIdentity(pid) === null, 30_000);
}, 60_000);
