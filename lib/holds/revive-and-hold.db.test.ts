import { beforeEach, expect, test } from 'vitest';
import { testAccounts, testMembers } from '#db/testing/entities.ts';
import { testDatabase } from '#db/testing/test-database.ts';
import { type TestWorkspace, testWorkspace } from '#db/testing/workspaces.ts';
import { listAudit } from '#lib/audit/list-audit.ts';
import { createPerson } from '#lib/auth/create-person.ts';
import type { Permission } from '#lib/auth/rules/permissions.ts';
import type { Context } from '#lib/context.ts';
import { getAccount } from '#lib/entities/get-account.ts';
import { holdsOfAccount } from './holds-of-account.ts';
import { reviveAndHold } from './revive-and-hold.ts';

testDatabase();

let here: TestWorkspace;
let neighbour: TestWorkspace;

/** Marked on July 5: acme, which took part along, and ann of the active lively. */
async function filled(): Promise<TestWorkspace> {
  const workspace = await testWorkspace('2026-07-10T09:00:00Z');
  const markedOn = '2026-07-05';
  await testAccounts(workspace.workspaceId, [
    { account: 'acme', markedOn },
    { account: 'part', parent: 'acme', markedOn, cause: 'parent', root: 'acme' },
    { account: 'lively' },
  ]);
  await testMembers(workspace.workspaceId, [
    { account: 'lively', member: 'ann', markedOn },
    { account: 'lively', member: 'bob' },
  ]);
  return workspace;
}

beforeEach(async () => {
  here = await filled();
  neighbour = await filled();
});

const stateOf = async ({ ctx }: TestWorkspace, account: string) => {
  const { state, on_hold } = await getAccount(ctx, { account });
  return { state, on_hold };
};
const wish = { reason: 'A case at court', until: '2026-12-31' };

async function person(workspace: TestWorkspace, permissions: Permission[]): Promise<Context> {
  const { id } = await createPerson(workspace.ctx, {
    email: 'jonas@example.com',
    password: 'correct horse',
    name: 'Jonas Falk',
    role: 'advanced',
  });
  return { workspaceId: workspace.workspaceId, actor: { type: 'person', id, name: 'Jonas Falk', permissions: new Set(permissions) } };
}

test('R12, R15. What is revived is on hold from the same moment; what it took along comes back and is not', async () => {
  expect(await reviveAndHold(here.ctx, { kind: 'accounts', entities: ['acme', 'lively'], ...wish })).toEqual({ revived: 1, held: 2 });
  expect(await stateOf(here, 'acme')).toEqual({ state: 'active', on_hold: true });
  expect(await stateOf(here, 'part')).toEqual({ state: 'active', on_hold: false });
  expect(await stateOf(here, 'lively')).toEqual({ state: 'active', on_hold: true });
  expect(await stateOf(neighbour, 'acme')).toEqual({ state: 'marked', on_hold: false });
  const actions = (await listAudit(here.ctx, { limit: 3 })).data.map(({ action, entity }) => [action, entity]);
  expect(actions).toEqual([
    ['hold.put', 'accounts/lively'],
    ['hold.put', 'accounts/acme'],
    ['entities.revived', 'accounts/acme'],
  ]);
});

test('all of them or none: where one is unknown, or the last day is over, nothing is revived', async () => {
  await expect(reviveAndHold(here.ctx, { kind: 'accounts', entities: ['acme', 'nobody'], ...wish })).rejects.toMatchObject({
    code: 'not-found',
  });
  await expect(reviveAndHold(here.ctx, { kind: 'accounts', entities: ['acme'], ...wish, until: '2026-07-09' })).rejects.toMatchObject({
    code: 'invalid',
  });
  expect(await stateOf(here, 'acme')).toEqual({ state: 'marked', on_hold: false });
});

test('it takes both permissions, and at least one and at most 200 entities', async () => {
  const input = { kind: 'accounts', entities: ['acme'], ...wish };
  const jonas = await person(here, ['retention:review']);
  await expect(reviveAndHold(jonas, input)).rejects.toMatchObject({ code: 'forbidden' });
  expect(await stateOf(here, 'acme')).toEqual({ state: 'marked', on_hold: false });
  for (const entities of [[], Array.from({ length: 201 }, (_, i) => `a-${i}`)])
    await expect(reviveAndHold(here.ctx, { ...input, entities })).rejects.toMatchObject({ code: 'invalid' });
});

test('R15. The holds that keep an account are its own and those of its members, with the name of who put them', async () => {
  const jonas = await person(here, ['retention:view', 'retention:review', 'retention:hold']);
  await reviveAndHold(jonas, { kind: 'users', entities: ['lively/ann'], ...wish });
  await reviveAndHold(here.ctx, { kind: 'accounts', entities: ['lively'], reason: 'Asked for', until: null });
  expect(await holdsOfAccount(here.ctx, { account: 'lively' })).toMatchObject([
    { kind: 'accounts', entity: 'lively', reason: 'Asked for', until: null, by: 'command line' },
    { kind: 'users', entity: 'lively/ann', reason: wish.reason, until: wish.until, by: 'Jonas Falk' },
  ]);
  expect(await holdsOfAccount(here.ctx, { account: 'nobody' })).toEqual([]);
  expect(await holdsOfAccount(neighbour.ctx, { account: 'lively' })).toEqual([]);
  await expect(
    holdsOfAccount({ ...jonas, actor: { ...jonas.actor, permissions: new Set() } as Context['actor'] }, { account: 'lively' }),
  ).rejects.toMatchObject({
    code: 'forbidden',
  });
});
