import { bootstrap } from './launch/bootstrap.mjs';

await bootstrap(import.meta.url);
const { test } = await import('./launch/test.ts');
await test(process.argv.slice(2));
