import { defineConfig } from 'drizzle-kit';

/** For `npm run db:generate` alone, which writes a migration from what changed in `db/schema`. */
export default defineConfig({ dialect: 'postgresql', schema: './db/schema', out: './db/migrations' });
