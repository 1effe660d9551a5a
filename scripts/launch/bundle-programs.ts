import { rolldown } from 'rolldown';
import { root } from './root.mjs';

const programs = await rolldown({
  cwd: root,
  input: {
    worker: 'worker/main.ts',
    migrate: 'scripts/migrate.ts',
    demo: 'scripts/demo.ts',
    retention: 'scripts/retention.ts',
    bench: 'scripts/bench.ts',
  },
  platform: 'node',
  external: ['pg-native'],
  logLevel: 'warn',
});
await programs.write({ dir: process.argv[2], format: 'esm', sourcemap: true });
