import { migrate } from '#db/migrate.ts';
import { env } from '#lib/env.ts';

try {
  await migrate(env().DATABASE_URL);
} catch (error) {
  console.error(`the database cannot be brought up to date: ${reasonOf(error)}`);
  process.exit(1);
}

/** The innermost cause says it: the ones around it only repeat the statement. Some have a code and no words. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.cause) return reasonOf(error.cause);
  return error.message || ('code' in error ? String(error.code) : error.name);
}
