import { defineConfig } from 'vitest/config';

/** Tests stand beside what they test: `x.test.ts` is pure, `x.db.test.ts` has a database of its own. */
const tests = (kind: string) => ['app', 'components', 'db', 'lib', 'scripts', 'worker'].map((folder) => `${folder}/**/*${kind}.{ts,tsx}`);

/** The histories of lib/retention/model: how many, and from which seed. `HISTORIES=2000 SEED=7 npx vitest run lib/retention/model` runs others. */
const histories = { count: Number(process.env.HISTORIES ?? 100), seed: Number(process.env.SEED ?? 20_260_704) };

const shared = {
  env: {
    TZ: 'Pacific/Auckland', // a day is UTC's everywhere: as far from it as a machine can be
    AUTH_SECRET: 'a secret for tests, of any machine at all',
    CRON_SECRET: 'a secret for the cron route in tests',
    ENCRYPTION_KEY: Buffer.alloc(32, 'key').toString('base64'),
  },
};

export default defineConfig({
  resolve: { alias: { '@': import.meta.dirname } },
  test: {
    projects: [
      { extends: true, test: { ...shared, name: 'unit', include: tests('.test'), exclude: tests('.db.test') } },
      {
        extends: true,
        test: {
          ...shared,
          name: 'database',
          include: tests('.db.test'),
          globalSetup: './db/testing/setup.ts',
          provide: { histories },
          pool: 'forks',
          testTimeout: 20_000,
          hookTimeout: 60_000,
          // Node reads drizzle-orm's 178 kB package.json anew for each of its modules; inlined, a run takes half the time.
          server: { deps: { inline: ['drizzle-orm'] } },
        },
      },
    ],
  },
});
