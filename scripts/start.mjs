import { bootstrap } from './launch/bootstrap.mjs';

await bootstrap(import.meta.url);
const { start } = await import('./launch/start.ts');
await start({ dev: process.argv.includes('--dev') });
