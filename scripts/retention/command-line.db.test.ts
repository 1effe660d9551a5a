import { expect, test } from 'vitest';
import { testDatabase } from '#db/testing/test-database.ts';
import { commandLine } from './command-line.ts';

testDatabase();

async function retention(line: string, ...more: string[]) {
  const [out, err]: [string[], string[]] = [[], []];
  const status = await commandLine([...line.split(' ').filter(Boolean), ...more], { out: (t) => out.push(t), err: (t) => err.push(t) });
  return { status, out: out.join('\n'), err: err.join('\n') };
}

const json = async (line: string, ...more: string[]) => JSON.parse((await retention(`${line} --json`, ...more)).out);

test('a workspace is made, listed and set, and its neighbour stays as it is', async () => {
  const made = await json('workspace create --plan free_trial --quota 500 --test-clock 2026-07-01T09:00:00Z', '--name', 'Meridian Cloud');
  expect(made).toEqual({ workspace: 'meridian-cloud', service_id: expect.stringMatching(/^SP-/), api_key: expect.stringMatching(/^pk_/) });
  await json('workspace create --name Neighbour');
  const set = await json('workspace set --workspace meridian-cloud --plan paying --extended --quota 900');
  expect(set).toMatchObject({ workspace: 'meridian-cloud', plan: 'paying', extended: true, quota: 900 });
  expect(await json('workspace set --workspace meridian-cloud --no-extended')).toMatchObject({
    plan: 'paying',
    extended: false,
    quota: 900,
  });
  expect(JSON.parse((await retention('--json workspace list')).out)).toEqual(await json('workspace list'));
  const [first, neighbour] = await json('workspace list');
  expect(first).toMatchObject({
    service_id: made.service_id,
    name: 'Meridian Cloud',
    extended: false,
    test_clock: '2026-07-01T09:00:00.000Z',
  });
  expect(neighbour).toMatchObject({ workspace: 'neighbour', plan: 'paying', extended: false, quota: null, test_clock: null });
});

test('people and keys are made in the workspace that is named', async () => {
  await json('workspace create --name People');
  const person = await json('user create --email Dana@Example.com --password correct-horse --workspace people --role advanced');
  expect(person).toEqual({ email: 'dana@example.com', workspace: 'people', role: 'advanced' });
  expect(await json('api-key create --workspace people --scope read,ingest --rate 5')).toEqual({ api_key: expect.stringMatching(/^pk_/) });
});

test('the trail of all that holds', async () => {
  expect(await retention('audit verify --workspace people')).toMatchObject({ status: 0, out: 'The chain of 3 entries holds.', err: '' });
  expect(await json('audit verify --workspace people')).toEqual({ valid: true, entries: 3, broken: null });
});

test('the daily process runs for the present process day alone', async () => {
  await json('workspace create --name Daily --test-clock 2026-07-01T09:00:00Z');
  const run = { workspace: 'daily', day: '2026-07-01', state: 'done', marked: {}, lifted: {}, purged: {} };
  expect(await retention('daily --workspace daily --day 2026-06-30')).toMatchObject({ status: 2, out: '' });
  expect(await retention('daily --workspace daily --day 2026-07-02')).toMatchObject({ status: 2, out: '' });
  expect(await json('daily --workspace daily --day 2026-07-01')).toMatchObject(run);
  expect(await json('daily --workspace daily')).toMatchObject(run);
});

test.each([
  ['', 2],
  ['workspace', 2],
  ['workspace destroy', 2],
  ['constructor', 2],
  ['workspace create', 2],
  ['workspace create --name X --plan gold', 2],
  ['workspace create --name X --quota many', 2],
  ['workspace create --name X --quota -1', 2],
  ['workspace create --name X --test-clock yesterday', 2],
  ['workspace create --name X --colour green', 2],
  ['workspace set --workspace nowhere --quota 1', 2],
  ['user create --email nobody --password correct-horse --workspace people --role member', 2],
  ['user create --email a@b.example --password short --workspace people --role member', 2],
  ['user create --email a@b.example --password correct-horse --workspace people --role king', 2],
  ['api-key create --workspace people --scope everything', 2],
  ['api-key create --workspace people --scope read --rate 0', 2],
  ['daily --workspace people --day 2026-02-30', 2],
  ['audit verify', 2],
])('wrong usage is said on one line and does nothing: %s', async (line, status) => {
  const before = await json('workspace list');
  const answer = await retention(line);
  expect(answer.status).toBe(status);
  if (line !== '') expect(answer).toMatchObject({ out: '', err: expect.stringMatching(/^retention: .+$/) });
  expect(await json('workspace list')).toEqual(before);
});

test('usage is shown where it is asked for', async () => {
  expect(await retention('--help')).toMatchObject({ status: 0, out: expect.stringContaining('retention audit verify --workspace SLUG') });
});
