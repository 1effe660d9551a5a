import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseEnv } from '../../lib/env.ts';
import { type Database, joinEmbeddedDatabase } from './embedded-database.ts';
import { withLock } from './lock.mjs';
import { dataFolder } from './root.mjs';

export type Settings = {
  /** For the product's programs; `DATABASE_URL` alone may still be missing. */
  env: NodeJS.ProcessEnv;
  port: number;
  /** Of this checkout, where nobody names another with `DATABASE_URL`. */
  usesEmbeddedDatabase: boolean;
};

/** What is given, completed with development values of this checkout. Throws a message that names what is wrong. */
export async function readSettings(mode: 'production' | 'development' = 'production'): Promise<Settings> {
  const given = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ''));
  const usesEmbeddedDatabase = given.DATABASE_URL === undefined;
  const secrets = given.NODE_ENV === 'production' && !usesEmbeddedDatabase ? {} : await developmentSecrets();
  const env = { ...secrets, FILES_URL, ...given, NODE_ENV: mode };
  const { PORT } = parseEnv({ DATABASE_URL: 'postgres://not.started.yet/', ...env });
  return { env: { ...env, PORT: String(PORT) }, port: PORT, usesEmbeddedDatabase };
}

/** The settings with the database that they name, or with the embedded one, started where it does not run. */
export async function openDatabase({
  env,
  usesEmbeddedDatabase,
}: Settings): Promise<{ env: NodeJS.ProcessEnv; release: Database['release'] }> {
  if (!usesEmbeddedDatabase) return { env, release: async () => {} };
  const { url, release } = await joinEmbeddedDatabase();
  return { env: { DEMO_FILE: path.join(dataFolder, 'demo.json'), ...env, DATABASE_URL: url }, release };
}

const FILES_URL = pathToFileURL(path.join(dataFolder, 'files')).href;

/** Made once and kept, so that sessions and stored secrets outlive a restart. */
function developmentSecrets(): Promise<Record<string, string>> {
  const file = path.join(dataFolder, 'secrets.json');
  return withLock(`${file}.lock`, () => {
    const kept = fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : {};
    const secrets = { AUTH_SECRET: secret(), CRON_SECRET: secret(), ENCRYPTION_KEY: secret(), ...kept };
    fs.writeFileSync(`${file}.new`, JSON.stringify(secrets, null, 2), { mode: 0o600 });
    fs.renameSync(`${file}.new`, file);
    return secrets;
  });
}

const secret = () => randomBytes(32).toString('base64url');
