import { closeDatabase } from '#db/client.ts';
import { commandLine } from './retention/command-line.ts';

process.exitCode = await commandLine(process.argv.slice(2), {
  out: (text) => process.stdout.write(`${text}\n`),
  err: (text) => process.stderr.write(`${text}\n`),
});
await closeDatabase();
