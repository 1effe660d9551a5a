// Plain JavaScript for Node 18, because it guards the installation itself.
import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/**
 * Does `work` while no other process of this machine holds the lock `file`. A lock whose holder died counts for nothing.
 * @template T
 * @param {string} file
 * @param {() => T | Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(file, work) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const mine = `${file}.${randomUUID()}`;
  fs.writeFileSync(mine, processIdentity(process.pid) ?? '');
  try {
    while (!takes(file, mine)) await new Promise((done) => setTimeout(done, 50));
  } finally {
    fs.rmSync(mine, { force: true });
  }
  try {
    return await work();
  } finally {
    fs.rmSync(file, { force: true });
  }
}

/**
 * `pid:start time` of a living process; null when there is none, or only a zombie that nobody reaps (as in many containers).
 * The start time tells a process from a later one with the same number; only Linux gives it cheaply.
 * @param {number} pid
 */
export function processIdentity(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EPERM') return null;
  }
  if (process.platform !== 'linux') return `${pid}:`;
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? null : `${pid}:${fields[19]}`;
  } catch {
    return null;
  }
}

/** @param {string} identity what `processIdentity` gave once */
export const stillLives = (identity) => processIdentity(Number.parseInt(identity, 10)) === identity;

/**
 * A hard link appears with its content or not at all, so nobody reads a lock without its holder.
 * @param {string} file
 * @param {string} mine
 */
function takes(file, mine) {
  try {
    fs.linkSync(mine, file);
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
  }
  if (holderLives(file)) return false;
  // Whoever renames it away has it alone; should a living holder have come in between, it gets its lock back.
  const taken = `${mine}.stale`;
  try {
    fs.renameSync(file, taken);
    if (holderLives(taken)) fs.linkSync(taken, file);
    fs.rmSync(taken, { force: true });
  } catch {}
  return false;
}

/** @param {string} file */
function holderLives(file) {
  try {
    return stillLives(fs.readFileSync(file, 'utf8'));
  } catch {
    return true; // just given back: look again
  }
}
