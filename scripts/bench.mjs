import { bootstrap } from './launch/bootstrap.mjs';

await bootstrap(import.meta.url);
const { command } = await import('./launch/command.ts');
await command('bench', process.argv.slice(2));
