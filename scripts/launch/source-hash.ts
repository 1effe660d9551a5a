import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { root } from './root.mjs';

/** The files at and below `places` (relative to the checkout), tests left out, in a fixed order. */
export function sourceFiles(places: string[]): string[] {
  return places.flatMap((place) => {
    const found = fs.statSync(path.join(root, place), { throwIfNoEntry: false });
    if (found?.isDirectory())
      return sourceFiles(
        fs
          .readdirSync(path.join(root, place))
          .sort()
          .map((name) => path.join(place, name)),
      );
    return found && !/\.test\.tsx?$/.test(place) ? [place] : [];
  });
}

/** What `sourceHash` gives looks like this. */
export const HASH = /^[0-9a-f]{16}$/;

/** Changes with the name or content of any of the files. */
export function sourceHash(files: string[]): string {
  const hash = createHash('sha256');
  for (const file of files) {
    const content = fs.readFileSync(path.join(root, file));
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex').slice(0, 16);
}
