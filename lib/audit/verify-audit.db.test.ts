import postgres from 'postgres';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { appendAudit } from '#db/append-audit.ts';
import { transaction } from '#db/client.ts';
import { testDatabase } from '#db/testing/test-database.ts';
import { type TestWorkspace, testWorkspace } from '#db/testing/workspaces.ts';
import { parseInstant } from '#lib/time.ts';
import { verifyAudit } from './verify-audit.ts';

const { url } = testDatabase();
/** Somebody with the database's own rights: the application's role can neither change nor delete an entry. */
const intruder = postgres(url, { max: 1 });
afterAll(() => intruder.end());

let here: TestWorkspace;
let neighbour: TestWorkspace;

beforeEach(async () => {
  [here, neighbour] = [await testWorkspace(), await testWorkspace()];
  for (const { workspaceId } of [here, neighbour]) await append(workspaceId, 5_100);
});

/** More than are read at once, so that the chain is followed from one read to the next. */
async function append(workspaceId: string, entries: number): Promise<void> {
  const notes = Array.from({ length: entries }, (_, i) => ({
    action: 'policy.saved',
    rule: 'R4',
    entity: 'policies/é',
    from: null,
    to: { b: i, a: [0.1, 'x'] },
  }));
  const at = parseInstant('2026-07-01T09:00:00Z');
  for (let from = 0; from < notes.length; from += 1_000)
    await transaction(workspaceId, (tx) =>
      appendAudit(tx, { workspaceId, at, actor: 'command line', notes: notes.slice(from, from + 1_000) }),
    );
}

const holds = { valid: true, entries: 5_101, broken: null };
const broken = (number: number, reason: string) => ({ valid: false, entries: 5_101, broken: { number, reason } });

test('R30: a trail that was left alone holds', async () => {
  expect(await verifyAudit(here.ctx, {})).toEqual(holds);
});

test('R30: one changed entry is found, and the neighbour holds', async () => {
  await intruder`update audit_entries set "to" = '{"b":1,"a":[0.1,"y"]}' where workspace_id = ${here.workspaceId} and number = 5050`;
  expect(await verifyAudit(here.ctx, {})).toEqual(broken(5_050, 'changed'));
  expect(await verifyAudit(neighbour.ctx, {})).toEqual(holds);
});

test('R30: a deleted entry is found, and so is a trail without its end', async () => {
  await intruder`delete from audit_entries where workspace_id = ${here.workspaceId} and number = 4999`;
  expect(await verifyAudit(here.ctx, {})).toEqual(broken(4_999, 'missing'));
  await intruder`delete from audit_entries where workspace_id = ${neighbour.workspaceId} and number > 5099`;
  expect(await verifyAudit(neighbour.ctx, {})).toEqual(broken(5_100, 'missing'));
});

test('R30: an entry moved to another workspace is found', async () => {
  await intruder`delete from audit_entries where workspace_id = ${here.workspaceId} and number = 7`;
  await intruder`update audit_entries set workspace_id = ${here.workspaceId} where workspace_id = ${neighbour.workspaceId} and number = 8 - 1`;
  expect((await verifyAudit(neighbour.ctx, {})).broken).toEqual({ number: 7, reason: 'missing' });
});

test('R30: the application cannot change or delete an entry', async () => {
  const asApplication = (statement: string) =>
    intruder.begin(async (sql) => {
      await sql.unsafe(`set local role perennial_app; set local app.workspace_id = '${here.workspaceId}'`);
      await sql.unsafe(statement);
    });
  await expect(asApplication(`update audit_entries set actor = 'nobody' where number = 1`)).rejects.toMatchObject({ code: '42501' });
  await expect(asApplication('delete from audit_entries where number = 1')).rejects.toMatchObject({ code: '42501' });
});
