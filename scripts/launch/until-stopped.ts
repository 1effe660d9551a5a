import { ENDING_SIGNALS } from './program.ts';
import { sayFault } from './say.ts';

export type OrStopped = <T>(work: Promise<T>) => Promise<T>;

/**
 * Does `work` until somebody asks the process to end, and ends the process with its exit status: 0 when asked, 1 with a message when it
 * throws. `orStopped` gives up waiting at that moment, so that the work's own `finally` blocks put everything away.
 */
export async function untilStopped(work: (orStopped: OrStopped) => Promise<never>): Promise<never> {
  const stopped = new Promise<never>((_, reject) => {
    for (const signal of ENDING_SIGNALS) process.on(signal, () => reject(STOPPED));
  });
  stopped.catch(() => {});
  try {
    return await work((pending) => Promise.race([pending, stopped]));
  } catch (error) {
    if (isStopped(error)) process.exit(0);
    sayFault(error);
    process.exit(1);
  }
}

/** Is `error` only that somebody asked to stop? */
export const isStopped = (error: unknown) => error === STOPPED;

const STOPPED = Symbol('stopped');
