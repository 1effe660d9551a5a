import { rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test, vi } from 'vitest';
import { platform } from '#db/client.ts';
import { testDatabase } from '#db/testing/test-database.ts';
import { noteWorker } from '#db/workers.ts';
import { checkHealth } from './health.ts';
import { newId } from './ids.ts';

const folder = path.join(tmpdir(), `perennial-health-${newId()}`);
vi.stubEnv('FILES_URL', pathToFileURL(folder).href);
vi.stubEnv('SMTP_URL', 'smtp://127.0.0.1:1');
testDatabase();

test('a worker that was seen 29 seconds ago is alive, one that was seen 31 seconds ago is not', async () => {
  expect(await checkHealth()).toMatchObject({ status: 'down', database: true, worker: false });
  await platform((tx) => noteWorker(tx, { id: newId(), at: new Date(Date.now() - 31_000) }));
  expect(await checkHealth()).toMatchObject({ status: 'down', worker: false });
  await platform((tx) => noteWorker(tx, { id: newId(), at: new Date(Date.now() - 29_000) }));
  expect(await checkHealth()).toMatchObject({ status: 'ok', worker: true });
});

test('files and mail are looked at, and do not put the house down', async () => {
  expect(await checkHealth()).toMatchObject({ status: 'ok', files: true, mail: false });
  expect((await stat(folder)).isDirectory()).toBe(true);
  await rm(folder, { recursive: true });
});
