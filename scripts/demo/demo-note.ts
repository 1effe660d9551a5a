import fs from 'node:fs';
import type { Instant } from '#lib/time.ts';
import type { DemoPerson } from './people.ts';

/** What is noted beside the database: which workspace is the demo, since when it lives by its clock, and how to sign in. */
export type DemoNote = { workspace: string; begins: Instant; people: DemoPerson[] };

export function readDemoNote(file: string): DemoNote | null {
  return fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : null;
}

/** For its owner's eyes only, and whole or not there. */
export function writeDemoNote(file: string, note: DemoNote): void {
  fs.rmSync(`${file}.new`, { force: true });
  fs.writeFileSync(`${file}.new`, `${JSON.stringify(note, null, 2)}\n`, { mode: 0o600 });
  fs.renameSync(`${file}.new`, file);
}
