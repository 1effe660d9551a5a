import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout's own folder, with symbolic links as they were given. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Everything that running makes and git does not keep: secrets, the embedded database, files, builds for the tests. */
export const dataFolder = path.join(root, '.data');
