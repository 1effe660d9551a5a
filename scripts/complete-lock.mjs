// Run it after each `npm install`. Where the registry does not have every platform's package of the newest versions yet, npm leaves those
// out of package-lock.json, and then `npm ci` refuses the file everywhere ("Missing: … from lock file"). This writes them back in.
import fs from 'node:fs';
import path from 'node:path';
import { root } from './launch/root.mjs';

/** @typedef {{ version: string, dev?: true, cpu?: string[], libc?: string[], optional?: boolean, os?: string[], optionalDependencies?: Record<string, string> }} Package */

const file = path.join(root, 'package-lock.json');
/** @type {{ packages: Record<string, Package> }} */
const lock = JSON.parse(fs.readFileSync(file, 'utf8'));
const missing = Object.entries(lock.packages).flatMap(([place, found]) =>
  Object.entries(found.optionalDependencies ?? {})
    .filter(([name]) => !resolves(place, name))
    .map(([name, range]) => /** @type {const} */ ([`node_modules/${name}`, packageFor(name, range, found)])),
);
const inOrder = Object.entries({ ...lock.packages, ...Object.fromEntries(missing) }).sort(([a], [b]) => a.localeCompare(b, 'en'));
fs.writeFileSync(file, `${JSON.stringify({ ...lock, packages: Object.fromEntries(inOrder) }, null, 2)}\n`);
for (const [place, { version }] of missing) console.log(`+ ${place} ${version}`);

/** Looks where Node would: beside the package that asks, then outwards to the root. @param {string} place @param {string} name @returns {boolean} */
function resolves(place, name) {
  if (lock.packages[`${place}${place && '/'}node_modules/${name}`]) return true;
  return place !== '' && resolves(place.slice(0, Math.max(0, place.lastIndexOf('/node_modules/'))), name);
}

/** What npm would have written, platform and processor read from the name. @param {string} name @param {string} range @param {Package} parent @returns {Package} */
function packageFor(name, range, parent) {
  const version = range.replace(/^[\^~]/, '');
  if (!/^\d+\.\d+\.\d+/.test(version)) throw new Error(`${name}@${range} is no exact version`);
  const words = name.replace('windows', 'win32').replace('gnueabihf', 'arm').split(/[-/]/);
  const os = words.find((word) =>
    ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32'].includes(word),
  );
  const cpu = words.find((word) => ['arm', 'arm64', 'ia32', 'loong64', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64'].includes(word));
  const libc = os === 'linux' && (/musl/.test(name) ? 'musl' : /gnu/.test(name) && 'glibc');
  return {
    version,
    ...(cpu && { cpu: [cpu] }),
    ...(parent.dev && { dev: true }),
    ...(libc && { libc: [libc] }),
    optional: true,
    ...(os && { os: [os] }),
  };
}
