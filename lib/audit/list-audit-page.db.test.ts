import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '#db/testing/test-database.ts';
import { type TestWorkspace, testWorkspace } from '#db/testing/workspaces.ts';
import { createPerson } from '#lib/auth/create-person.ts';
import { savePolicies } from '#lib/retention/save-policies.ts';
import { exportAudit } from './export-audit.ts';
import { getAuditEntry } from './get-audit-entry.ts';
import { listActors } from './list-actors.ts';
import { listAuditPage } from './list-audit-page.ts';

testDatabase();

let told: TestWorkspace;
let neighbour: TestWorkspace;

beforeAll(async () => {
  told = await testWorkspace();
  neighbour = await testWorkspace('2026-07-01T09:00:00Z', 'Neighbour');
  for (let days = 1; days <= 6; days++) {
    await savePolicies(told.ctx, { users: days });
    await savePolicies(neighbour.ctx, { accounts: days });
  }
});

const numbers = ({ rows }: { rows: readonly { number: number }[] }) => rows.map(({ number }) => number);

test('pages go forth and back over every entry once, newest first, and to the end', async () => {
  const first = await listAuditPage(told.ctx, { limit: 3 });
  expect([numbers(first), first.previous]).toEqual([[7, 6, 5], null]);
  const second = await listAuditPage(told.ctx, { limit: 3, after: first.next });
  expect(numbers(second)).toEqual([4, 3, 2]);
  const last = await listAuditPage(told.ctx, { limit: 3, after: second.next });
  expect([numbers(last), last.next]).toEqual([[1], null]);
  expect(numbers(await listAuditPage(told.ctx, { limit: 3, before: second.previous }))).toEqual([7, 6, 5]);
  const end = await listAuditPage(told.ctx, { limit: 3, end: 'last' });
  expect([numbers(end), end.next]).toEqual([[3, 2, 1], null]);
  expect(numbers(await listAuditPage(told.ctx, { limit: 3, before: end.previous }))).toEqual([6, 5, 4]);
});

test('filters narrow it, and a neighbour’s entries are never among them', async () => {
  expect(numbers(await listAuditPage(told.ctx, { action: 'policy.saved', entity: 'policies/users', to: '2026-07-01' }))).toHaveLength(6);
  expect(numbers(await listAuditPage(told.ctx, { entity: 'policies/accounts' }))).toEqual([]);
  expect(numbers(await listAuditPage(told.ctx, { from: '2026-07-02' }))).toEqual([]);
  await expect(listAuditPage(told.ctx, { after: 'nonsense' })).rejects.toMatchObject({ code: 'invalid' });
});

test('an entry names the one that it is chained to, and what is not there is not found', async () => {
  const { entry, chainedTo } = await getAuditEntry(told.ctx, { number: '2' });
  const before = await getAuditEntry(told.ctx, { number: 1 });
  expect([entry.action, chainedTo]).toEqual(['policy.saved', before.entry.hash]);
  expect(before.chainedTo).toBe('0'.repeat(64));
  await expect(getAuditEntry(told.ctx, { number: 8 })).rejects.toMatchObject({ code: 'not-found' });
  for (const number of ['0', 'first', 1.5]) await expect(getAuditEntry(told.ctx, { number })).rejects.toMatchObject({ code: 'invalid' });
});

test('actors are people and keys of this workspace, besides the system', async () => {
  await createPerson(neighbour.ctx, { email: 'mia@neighbour.example', password: 'correct horse', role: 'member' });
  const names = (await listActors(told.ctx, {})).map(({ by }) => by);
  expect(names).toContain('API key First key');
  expect(names).toContain('daily process');
  expect(names).not.toContain('mia');
});

test('the file holds every entry that fits, and only for who may read the trail', async () => {
  const text = (await Array.fromAsync(exportAudit(told.ctx, { entity: 'policies/users' }))).join('');
  expect(text.trimEnd().split('\r\n')).toHaveLength(7);
  const permissions = new Set<never>();
  const member = { workspaceId: told.workspaceId, actor: { type: 'person', id: told.workspaceId, name: 'Mia', permissions } } as const;
  await expect(exportAudit(member, {}).next()).rejects.toMatchObject({ code: 'forbidden' });
  await expect(listAuditPage(member, {})).rejects.toMatchObject({ code: 'forbidden' });
});
