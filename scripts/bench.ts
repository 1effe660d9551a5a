import { parseArgs } from 'node:util';
import { makeBenchDatabase } from '#db/bench/bench-database.ts';
import { closeDatabase } from '#db/client.ts';
import { env } from '#lib/env.ts';
import { closeQueue } from '#lib/queue.ts';
import { ingestLine } from './bench/ingest.ts';
import type { BenchLine } from './bench/line.ts';
import { markLine, rowByRowLine } from './bench/mark.ts';
import { previewLines } from './bench/preview.ts';
import { purgeLine } from './bench/purge.ts';
import { printed, printedJson, printedTimes } from './bench/table.ts';

/** `npm run bench`: our work beside the floor of the same work, in a database of its own. Progress goes to standard error, the result to standard output. */
const { values } = parseArgs({
  options: { rows: { type: 'string' }, workspaces: { type: 'string' }, quick: { type: 'boolean' }, json: { type: 'boolean' } },
});
const rows = wholeNumber('--rows', values.rows ?? '1000000');
const workspaces = wholeNumber('--workspaces', values.workspaces ?? '1');

const settings = env();
const database = await makeBenchDatabase(settings.DATABASE_URL);
// From here on this process works in the database of the benchmark.
settings.DATABASE_URL = database.url;
try {
  const options = { database, rows, workspaces, quick: values.quick ?? false, say };
  const lines: BenchLine[] = [];
  lines.push(await purgeLine(options));
  const { line, crowd } = await markLine(options);
  lines.push(line, await rowByRowLine(options, crowd), await ingestLine(options, crowd));
  // Growth: as many accounts again ten times over, of which as many more are due.
  if (!options.quick) lines.push((await markLine({ ...options, rows: rows * 10 })).line);
  // What is waited for has no floor beside it, and so no place in the JSON that others read.
  process.stdout.write(values.json ? printedJson(lines) : `${printed(lines, options)}\n${printedTimes(await previewLines(options))}`);
} finally {
  await closeQueue();
  await closeDatabase();
  await database.drop();
}

function say(what: string): void {
  process.stderr.write(`» ${what}\n`);
}

function wholeNumber(name: string, text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  process.stderr.write(`${name} should be a whole number from 1\n`);
  process.exit(2);
}
