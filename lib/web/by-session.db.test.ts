import { beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { testDatabase } from '#db/testing/test-database.ts';
import { type TestWorkspace, testWorkspace } from '#db/testing/workspaces.ts';
import { createPerson } from '#lib/auth/create-person.ts';
import { archiveAccount } from '#lib/entities/archive-account.ts';
import { createCollection } from '#lib/entities/create-collection.ts';
import { listCollections } from '#lib/entities/list-collections.ts';
import { log } from '#lib/log.ts';
import { view } from '#lib/view.ts';
import { dataRoute } from './data-route.ts';
import { formAction } from './form-action.ts';
import { requirePerson, requireWorkspace } from './session.ts';
import { signInByForm, signOutHere } from './sign-in.ts';

/** The request that Next would hold: its headers and the browser's cookies. */
const { browser } = vi.hoisted(() => ({
  browser: { headers: new Headers(), cookies: new Map<string, { value: string; options: object }>() },
}));

vi.mock('next/headers', () => ({
  headers: async () => browser.headers,
  cookies: async () => ({
    get: (name: string) => browser.cookies.get(name),
    set: (name: string, value: string, options: { maxAge?: number }) =>
      options.maxAge === 0 ? browser.cookies.delete(name) : browser.cookies.set(name, { value, options }),
  }),
}));
vi.mock('next/cache', () => ({ revalidatePath: vi.fn() }));
vi.mock('next/navigation', () => ({
  redirect: (to: string) => {
    throw new Error(`redirect ${to}`);
  },
  notFound: () => {
    throw new Error('not found');
  },
}));

testDatabase();

let here: TestWorkspace;
let neighbour: TestWorkspace;
const own = { host: 'console.example', origin: 'http://console.example' };
const COOKIE = 'next-auth.session-token';

beforeAll(async () => {
  [here, neighbour] = [await testWorkspace(undefined, 'Here'), await testWorkspace(undefined, 'Neighbour')];
  await createPerson(here.ctx, { email: 'admin@here.example', password: 'correct horse', role: 'global_admin' });
  await createPerson(here.ctx, { email: 'member@here.example', password: 'correct horse', role: 'member' });
});

beforeEach(() => {
  browser.headers = new Headers(own);
  browser.cookies.clear();
});

function form(values: Record<string, string>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(values)) data.set(name, value);
  return data;
}

const signInAs = (email: string, next = '/') =>
  signInByForm(form({ email, password: 'correct horse', next })).catch((e: Error) => e.message);
const create = formAction(createCollection);
const names = async () => (await listCollections(here.ctx, {})).data.map(({ collection }) => collection);

test('signing in sets a cookie that scripts cannot read, and leads on to where one was going', async () => {
  expect(await signInAs('admin@here.example', '/here/accounts?state=marked')).toBe('redirect /here/accounts?state=marked');
  expect(browser.cookies.get(COOKIE)?.options).toMatchObject({ httpOnly: true, sameSite: 'lax', path: '/', secure: false });
  const { ctx, workspace, memberships, person } = await requireWorkspace('here');
  expect({ id: ctx.workspaceId, slug: workspace.slug, memberships: memberships.length, email: person.email }).toEqual({
    id: here.workspaceId,
    slug: 'here',
    memberships: 1,
    email: 'admin@here.example',
  });
});

test('a failed sign-in keeps the address for the form, and sets no cookie', async () => {
  const state = await signInByForm(form({ email: 'admin@here.example', password: 'wrong' }));
  expect(state).toMatchObject({ ok: false, code: 'sign-in-needed', email: 'admin@here.example', fields: [] });
  expect(JSON.stringify(state)).not.toContain('wrong');
  expect(await signInByForm(form({}))).toMatchObject({ code: 'invalid', fields: [{ path: 'email' }, { path: 'password' }] });
  expect(browser.cookies.size).toBe(0);
});

test('signed out, a page leads to the sign-in and back, an action and data say so', async () => {
  browser.headers.set('x-path', '/here/accounts?q=a&state=all');
  await expect(requirePerson()).rejects.toThrow('redirect /sign-in?next=%2Fhere%2Faccounts%3Fq%3Da%26state%3Dall');
  expect(await create('here', { collection: 'none' })).toMatchObject({ ok: false, code: 'sign-in-needed' });
  const data = await dataRoute(listCollections)(new Request('http://console.example/here/data/collections'), at('here'));
  expect([data.status, data.headers.get('content-type')]).toEqual([401, 'application/problem+json']);
});

test('after the sign-out the cookie is gone, and a copy of it opens nothing', async () => {
  await signInAs('admin@here.example');
  const copy = browser.cookies.get(COOKIE);
  await expect(signOutHere()).rejects.toThrow('redirect /sign-in');
  expect(browser.cookies.size).toBe(0);
  if (copy) browser.cookies.set(COOKIE, copy);
  await expect(requirePerson()).rejects.toThrow('redirect /sign-in');
});

test.each([
  ['a foreign Origin', { origin: 'http://evil.example' }],
  ['an Origin of another port', { origin: 'http://console.example:8080' }],
  ['the Origin "null"', { origin: 'null' }],
  ['no Origin', { origin: null }],
])('with %s nothing is done, neither in an action nor at the sign-in', async (_, { origin }) => {
  await signInAs('admin@here.example');
  if (origin === null) browser.headers.delete('origin');
  else browser.headers.set('origin', origin);
  expect(await create('here', { collection: 'forged' })).toMatchObject({ ok: false, code: 'forbidden' });
  expect(await names()).not.toContain('forged');
  expect(await signInByForm(form({ email: 'admin@here.example', password: 'correct horse' }))).toMatchObject({ code: 'forbidden' });
  await expect(signOutHere()).rejects.toMatchObject({ code: 'forbidden' });
});

test('an action does what the command does, as the person who is signed in', async () => {
  await signInAs('admin@here.example');
  expect(await create('here', { collection: 'made' })).toEqual({ ok: true, result: { collection: 'made' } });
  expect(await create('here', form({ collection: 'by form' }))).toEqual({ ok: true, result: { collection: 'by form' } });
  expect(await create('here', { collection: 'made' })).toMatchObject({ ok: false, code: 'conflict' });
  expect(await create('here', { collection: 'objects' })).toMatchObject({ ok: false, code: 'invalid', fields: [{ path: 'collection' }] });
  expect(await create('here', form({ collection: '' }))).toMatchObject({
    ok: false,
    fields: [{ path: 'collection', message: 'Enter a name.' }],
  });
});

test('text that cannot be kept is refused as such, wherever an action takes it', async () => {
  await signInAs('admin@here.example');
  expect(await formAction(archiveAccount)('here', { account: 'a\0' })).toMatchObject({ ok: false, code: 'invalid' });
});

test('who lacks the permission is told which and whom to ask', async () => {
  await signInAs('member@here.example');
  expect(await create('here', { collection: 'no' })).toMatchObject({
    ok: false,
    code: 'forbidden',
    message: expect.stringContaining('workspace:admin'),
  });
});

test('the workspace of others is not there', async () => {
  await signInAs('admin@here.example');
  for (const slug of [neighbour.slug, 'nowhere', '__proto__']) {
    await expect(requireWorkspace(slug)).rejects.toThrow('not found');
    expect(await create(slug, { collection: 'theirs' })).toMatchObject({ ok: false, code: 'not-found' });
    const data = await dataRoute(listCollections)(new Request(`http://console.example/${slug}/data/collections`), at(slug));
    expect(data.status).toBe(404);
  }
  expect((await listCollections(neighbour.ctx, {})).data).toEqual([]);
});

test('a fault of ours is logged under the number that the person is told', async () => {
  const error = vi.spyOn(log, 'error').mockImplementation(() => {});
  await signInAs('admin@here.example');
  const broken = formAction(async () => Promise.reject(new Error('secret detail')));
  const answer = await broken('here', {});
  const requestId = String(error.mock.calls[0]?.[1]?.requestId);
  expect(answer).toMatchObject({ ok: false, code: 'failed', message: expect.stringContaining(requestId) });
  expect(JSON.stringify(answer)).not.toContain('secret');
  error.mockRestore();
});

const at = (workspace: string, more: Record<string, string> = {}) => ({ params: Promise.resolve({ workspace, ...more }) });

test('data is the view of the query and the path, never kept by the browser', async () => {
  await signInAs('member@here.example');
  const echo = view({
    name: 'echo',
    permission: 'member',
    scope: 'read',
    input: z.object({ q: z.string().optional(), account: z.string().optional() }),
    read: async (_, filter) => filter,
  });
  const data = await dataRoute(echo)(new Request('http://console.example/here/data/x?q=a%20b'), at('here', { account: 'acme' }));
  expect(await data.json()).toEqual({ q: 'a b', account: 'acme' });
  expect(data.headers.get('cache-control')).toBe('no-store');
  const refused = await dataRoute(echo)(new Request('http://console.example/here/data/x?q=%00'), at('here'));
  expect(refused.status).toBe(422);
});

test('over https the cookie is for https alone', async () => {
  const { writeSessionCookie } = await import('./session-cookie.ts');
  const { env } = await import('#lib/env.ts');
  const url = env().APP_URL;
  env().APP_URL = 'https://console.example';
  await writeSessionCookie({ sessionId: 'x', expiresAt: new Date(Date.now() + 1000) });
  env().APP_URL = url;
  expect(browser.cookies.get(`__Secure-${COOKIE}`)?.options).toMatchObject({ secure: true, httpOnly: true });
});
