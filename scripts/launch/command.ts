import path from 'node:path';
import { ENDING_SIGNALS, run } from './program.ts';
import { sayFault } from './say.ts';
import { readSettings } from './settings.ts';
import { withDatabase } from './with-database.ts';

/** Runs a bundled command to its end. Standard input and output are the command's own, and its exit status becomes ours. */
export async function command(name: 'retention' | 'bench', arguments_: string[]): Promise<void> {
  // Whoever asks us to end means the command: it is told, and we still give the database back after it.
  for (const signal of ENDING_SIGNALS) process.on(signal, () => {});
  try {
    process.exitCode = await withDatabase(await readSettings(), ({ programs, env }) =>
      run([path.join(programs, `${name}.js`), ...arguments_], { env, stdio: 'inherit' }),
    );
  } catch (error) {
    sayFault(error);
    process.exitCode = 1;
  }
}
