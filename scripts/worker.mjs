import { bootstrap } from './launch/bootstrap.mjs';

await bootstrap(import.meta.url);
const { startWorker } = await import('./launch/start.ts');
await startWorker();
