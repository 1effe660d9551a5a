import { sql } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { type Instant, parseDay } from '#lib/time.ts';
import { read, transaction } from '../client.ts';
import { type TestAccount, testAccounts } from '../testing/entities.ts';
import { inChunks } from '../testing/in-chunks.ts';
import { testDatabase } from '../testing/test-database.ts';
import { type TestWorkspace, testWorkspace } from '../testing/workspaces.ts';
import { cascadeMarks } from './cascade-marks.ts';

testDatabase();

const TODAY = '2026-07-20';
const EARLIER = '2026-07-10';
const BEGAN = '2026-07-20T02:00:00.000Z' as Instant;
const today = { markedOn: TODAY } as const;
const earlier = { markedOn: EARLIER } as const;
const below = (parent: string) => ({ parent });

let here: TestWorkspace;
let neighbour: TestWorkspace;

beforeEach(async () => {
  here = await testWorkspace('2026-07-20T02:00:00Z');
  neighbour = await testWorkspace('2026-07-20T02:00:00Z');
});

test.each<{ why: string; rows: TestAccount[]; along: Record<string, string> }>([
  {
    why: 'everything below goes along, at any depth',
    rows: [{ account: 'r', ...today }, { account: 'a', ...below('r') }, { account: 'b', ...below('a') }, { account: 'other' }],
    along: { a: 'r', b: 'r' },
  },
  {
    why: 'the root is the nearest account above that was marked today for a cause of its own',
    rows: [
      { account: 'r', ...today },
      { account: 'a', ...below('r') },
      { account: 'r2', ...below('a'), ...today },
      { account: 'b', ...below('r2') },
      { account: 'r3', ...below('r2'), ...today },
      { account: 'c', ...below('r3') },
    ],
    along: { a: 'r', b: 'r2', c: 'r3' },
  },
  {
    why: 'it goes on below what was marked earlier, which keeps its own mark',
    rows: [
      { account: 'r', ...today },
      { account: 'm', ...below('r'), ...earlier },
      { account: 'a', ...below('m') },
      { account: 'e', ...below('r'), ...earlier, cause: 'expiry' },
      { account: 'b', ...below('e') },
      { account: 'p', ...below('m'), ...earlier, cause: 'parent', root: 'm' },
      { account: 'c', ...below('p') },
    ],
    along: { a: 'r', b: 'r', c: 'r' },
  },
  {
    why: 'a hold keeps a sub-account and what is below it, its own hold or one on a user of it',
    rows: [
      { account: 'r', ...today },
      { account: 'h', ...below('r'), held: true },
      { account: 'a', ...below('h') },
      { account: 'u', ...below('r'), memberHolds: 1 },
      { account: 'b', ...below('u') },
      { account: 'c', ...below('r') },
    ],
    along: { c: 'r' },
  },
  {
    why: 'a standing mark takes nothing more along, and an expiry nothing at all (R13)',
    rows: [
      { account: 'm', ...earlier },
      { account: 'a', ...below('m') },
      { account: 'f', ...today, cause: 'expiry' },
      { account: 'b', ...below('f') },
    ],
    along: {},
  },
  {
    why: 'what was heard of since the run began stays with what is below it; heard of at that instant it goes along',
    rows: [
      { account: 'r', ...today },
      { account: 'a', ...below('r'), at: '2026-07-20T02:00:00.001Z' },
      { account: 'b', ...below('a') },
      { account: 'c', ...below('r'), at: BEGAN },
    ],
    along: { c: 'r' },
  },
  {
    why: 'archived ones go along',
    rows: [
      { account: 'r', ...today },
      { account: 'a', ...below('r'), archivedAt: '2026-07-01Z' },
    ],
    along: { a: 'r' },
  },
])('R10: $why', async ({ rows, along }) => {
  await testAccounts(here.workspaceId, rows);
  await testAccounts(neighbour.workspaceId, rows);
  const before = await marks(neighbour);
  await cascaded(5_000);
  expect(await marks(here)).toEqual({
    ...before,
    ...Object.fromEntries(Object.entries(along).map(([a, root]) => [a, `${TODAY} parent of ${root}`])),
  });
  expect(await marks(neighbour)).toEqual(before);
});

test.each([1, 5, 12, 13])('R10: a root with twelve below it takes them all, by chunks of %i', async (limit) => {
  const names = Array.from({ length: 12 }, (_, i) => `a${i}`);
  await testAccounts(here.workspaceId, [
    { account: 'r', ...today },
    { account: 'r2', ...today },
    ...names.map((account) => ({ account, parent: 'r' })),
  ]);
  expect(await cascaded(limit)).toEqual({ accounts: 12 });
  expect(Object.values(await marks(here)).filter((mark) => mark === `${TODAY} parent of r`)).toHaveLength(12);
});

/** As the run that marked what is marked today, which its own list tells. */
async function cascaded(limit: number): Promise<Record<string, number>> {
  const { workspaceId } = here;
  await transaction(workspaceId, (tx) =>
    tx.execute(sql`insert into run_effects (workspace_id, day, chunk, entity_id, effect, kind, account, cause)
      select ${workspaceId}, ${TODAY}, 0, id, 'marked', case cause when 'expiry' then 'free_accounts' else 'accounts' end, external_id, cause from accounts
      where workspace_id = ${workspaceId} and marked_on = ${TODAY} and cause <> 'parent'`),
  );
  const step = { processDay: parseDay(TODAY), heardUntil: BEGAN };
  return inChunks({ workspaceId, day: parseDay(TODAY), limit }, (tx, scope, cursor) => cascadeMarks(tx, scope, step, cursor));
}

async function marks({ workspaceId }: TestWorkspace): Promise<Record<string, string>> {
  const rows = await read(workspaceId, (tx) =>
    tx.execute<{ account: string; mark: string }>(sql`
      select a.external_id as account, concat_ws(' of ', a.marked_on || ' ' || a.cause, r.external_id) as mark from accounts a
        left join accounts r on r.workspace_id = ${workspaceId} and r.id = a.root_id
      where a.workspace_id = ${workspaceId} and a.marked_on is not null order by a.external_id`),
  );
  return Object.fromEntries(rows.map(({ account, mark }) => [account, mark]));
}
