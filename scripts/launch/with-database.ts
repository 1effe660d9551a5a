import path from 'node:path';
import { bundle } from './bundle.ts';
import { runOrFail } from './program.ts';
import { openDatabase, type Settings } from './settings.ts';
import type { OrStopped } from './until-stopped.ts';

export type Ready = {
  /** Folder of the bundled programs. */
  programs: string;
  /** Complete settings for them, the database's URL included. */
  env: NodeJS.ProcessEnv;
};

/** Does `work` when programs are bundled and the database is there and migrated, and gives the database back afterwards. */
export async function withDatabase<T>(
  settings: Settings,
  work: (ready: Ready) => Promise<T>,
  orStopped: OrStopped = (pending) => pending,
): Promise<T> {
  const programs = await orStopped(bundle());
  const { env, release } = await openDatabase(settings);
  try {
    await orStopped(runOrFail('the migration', [path.join(programs, 'migrate.js')], { env }));
    return await work({ programs, env });
  } finally {
    await release();
  }
}
