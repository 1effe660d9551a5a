import { beforeAll, expect, test, vi } from 'vitest';
import { testDatabase } from '#db/testing/test-database.ts';
import { type TestWorkspace, testWorkspace } from '#db/testing/workspaces.ts';
import { newId } from '#lib/ids.ts';
import { createPerson } from './create-person.ts';
import { personContext, readSession } from './read-session.ts';
import { sealSession, unsealSession } from './session-token.ts';
import { FAILURES_BORNE, SESSION_SECONDS, signIn, signOut } from './sign-in.ts';

testDatabase();

let here: TestWorkspace;
let other: TestWorkspace;
const password = 'correct horse';

beforeAll(async () => {
  [here, other] = [await testWorkspace(undefined, 'Here'), await testWorkspace(undefined, 'Another')];
  await createPerson(here.ctx, { email: ' Dana@Meridian.example ', password, role: 'advanced', name: 'Dana' });
});

const anOrigin = () => newId();
const dana = (more: object = {}) => signIn({ email: 'dana@meridian.example', password, origin: anOrigin(), ...more });

test('whoever signs in has a session with every workspace of theirs and what they may do there', async () => {
  await createPerson(other.ctx, { email: 'dana@meridian.example', password: 'another horse', role: 'member' });
  const { sessionId } = await dana({ email: 'DANA@meridian.example ' });
  const signedIn = await readSession(sessionId);
  expect(signedIn?.person).toMatchObject({ email: 'dana@meridian.example', name: 'Dana' });
  expect(signedIn?.memberships.map(({ slug, role }) => [slug, role])).toEqual([
    ['another', 'member'],
    ['here', 'advanced'],
  ]);
  const [member, advanced] = signedIn?.memberships ?? [];
  expect(member?.permissions.size).toBe(0);
  expect(advanced?.permissions.has('retention:review')).toBe(true);
  expect(advanced?.permissions.has('retention:configure')).toBe(false);
  if (signedIn && advanced)
    expect(personContext(signedIn, advanced)).toMatchObject({ workspaceId: here.workspaceId, actor: { type: 'person', name: 'Dana' } });
});

test('a workspace that adds a person of another one changes neither their password nor their name', async () => {
  await expect(dana({ password: 'another horse' })).rejects.toMatchObject({ code: 'sign-in-needed' });
});

test('another role holds at once', async () => {
  const { sessionId } = await dana();
  await createPerson(other.ctx, { email: 'dana@meridian.example', password, role: 'global_admin' });
  const membership = (await readSession(sessionId))?.memberships.find(({ slug }) => slug === 'another');
  expect(membership?.permissions.has('workspace:admin')).toBe(true);
});

test('a session ends with the sign-out, and after its time', async () => {
  const { sessionId } = await dana();
  const { sessionId: still } = await dana();
  await signOut(sessionId);
  expect(await readSession(sessionId)).toBeNull();
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + SESSION_SECONDS * 1000 - 60_000 });
  expect(await readSession(still)).not.toBeNull();
  vi.setSystemTime(Date.now() + 120_000);
  expect(await readSession(still)).toBeNull();
  vi.useRealTimers();
});

test.each(['', 'x', '00000000-0000-4000-8000-000000000000', "' or 1=1"])('%j is no session', async (id) => {
  expect(await readSession(id)).toBeNull();
});

test('a token holds the session for whoever has the secret, and no other text does', async () => {
  const token = await sealSession('11111111-2222-4333-8444-555555555555');
  expect(token).not.toContain('1111');
  expect(await unsealSession(token)).toBe('11111111-2222-4333-8444-555555555555');
  for (const forged of ['', 'x', `${token.slice(0, -2)}AA`, token.split('.').slice(0, 3).join('.')])
    expect(await unsealSession(forged)).toBeNull();
});

test('the refusal is the same whether the address is known or not', async () => {
  const refusal = (email: string) =>
    signIn({ email, password: 'wrong', origin: anOrigin() }).catch(({ code, message, fields }) => ({ code, message, fields }));
  const known = await refusal('dana@meridian.example');
  for (const email of ['nobody@meridian.example', 'no address', 'nul\0@x.example', 'half\ud800@x.example'])
    expect(await refusal(email)).toEqual(known);
});

test.each([
  [{ email: '' }, 'email'],
  [{ email: 'x'.repeat(321) }, 'email'],
  [{ password: '' }, 'password'],
  [{ password: 'x'.repeat(1025) }, 'password'],
])('%j is refused at the field', async (more, path) => {
  await expect(dana(more)).rejects.toMatchObject({ code: 'invalid', fields: [{ path }] });
});

test.each(['known@meridian.example', 'unknown@meridian.example'])(
  'after ten failures %s waits, also with the right password; others do not',
  async (email) => {
    if (email.startsWith('known')) await createPerson(here.ctx, { email, password, role: 'member' });
    const attempt = (guess: string) =>
      signIn({ email, password: guess, origin: anOrigin() }).then(
        () => 'in',
        (error) => error.code,
      );
    const failures: string[] = [];
    for (let i = 0; i < FAILURES_BORNE.address; i++) failures.push(await attempt('wrong'));
    expect(new Set(failures)).toEqual(new Set(['sign-in-needed']));
    expect(await attempt(password)).toBe('too-many-requests');
    await expect(dana()).resolves.toMatchObject({ sessionId: expect.any(String) });
  },
);

test('an origin that guesses at many addresses waits, and signing in well does not count', async () => {
  const origin = anOrigin();
  for (let i = 0; i < 3; i++) await dana({ origin });
  const guesses = Array.from({ length: FAILURES_BORNE.origin }, (_, i) => signIn({ email: `${i}@x.example`, password: 'wrong', origin }));
  const codes = (await Promise.allSettled(guesses)).map((g) => (g.status === 'rejected' ? g.reason.code : 'in'));
  expect(new Set(codes)).toEqual(new Set(['sign-in-needed']));
  await expect(dana({ origin })).rejects.toMatchObject({ code: 'too-many-requests', retryAfterSeconds: 900 });
  await expect(dana()).resolves.toBeDefined();
}, 60_000);
