import { sql } from 'drizzle-orm';
import { afterEach, expect, test } from 'vitest';
import { transaction } from '#db/client.ts';
import { supersedeWaiting } from '#db/daily-runs.ts';
import { testDatabase } from '#db/testing/test-database.ts';
import { testWorkspace } from '#db/testing/workspaces.ts';
import { openWorkspace } from '#db/workspace.ts';
import { newId } from '#lib/ids.ts';
import { recordSignals } from '#lib/ingest/record-signals.ts';
import { closeQueue } from '#lib/queue.ts';
import { parseDay } from '#lib/time.ts';
import { advanceTestClock } from '#lib/workspaces/advance-test-clock.ts';
import { allowMarks, refuseMarks } from './answer-breaker.ts';
import { continueDailyRun } from './continue-daily-run.ts';
import { getRun } from './get-run.ts';
import { MADE_AT_ONCE } from './rules/breaker.ts';
import { savePolicies } from './save-policies.ts';
import { saveSafety } from './save-safety.ts';

testDatabase();
afterEach(closeQueue);

const day = parseDay('2026-07-05');
const MANY = MADE_AT_ONCE + 1;

/** On July 5 the marks of more accounts than are made at once wait, and those of a user whose account was heard of. */
async function twoWait() {
  const { ctx, workspaceId } = await testWorkspace('2026-07-01T09:00:00Z');
  await saveSafety(ctx, { breaker: { floor: 1 } });
  await recordSignals(ctx, { signals: [{ type: 'user', account: 'loud', user: 'ann' }] });
  await transaction(workspaceId, (tx) =>
    tx.execute(sql`insert into accounts (workspace_id, id, external_id, created_at, last_information_at, last_information_type, indexed_information_day)
      select ${workspaceId}::uuid, gen_random_uuid(), 'many' || i, '2026-06-01Z', '2026-07-01Z', 'account', '2026-07-01' from generate_series(1, ${MANY}::int) i`),
  );
  await savePolicies(ctx, { accounts: 3, users: 3 });
  await advanceTestClock(ctx, { to: '2026-07-04T09:00:00Z' });
  await recordSignals(ctx, { signals: [{ type: 'account', account: 'loud' }] });
  await advanceTestClock(ctx, { to: '2026-07-05T09:00:00Z' });
  expect(await getRun(ctx, { day })).toMatchObject({ state: 'waiting', breaker: [{ kind: 'accounts' }, { kind: 'users' }] });
  const answers = async () => (await getRun(ctx, { day })).breaker.map(({ answer }) => answer);
  const work = () => continueDailyRun({ workspaceId, day, holder: newId(), leaseMs: 10_000, chunkRows: 5_000 });
  return { ctx, workspaceId, answers, work };
}

test('R29. While the marks of one kind are left to a worker, another one is allowed: it makes both, and the second is not waited for either', async () => {
  const { ctx, answers, work } = await twoWait();
  await allowMarks(ctx, { day, kind: 'accounts' });
  await allowMarks(ctx, { day, kind: 'users' });
  expect(await getRun(ctx, { day })).toMatchObject({ state: 'running', marked: {} });
  expect(await answers()).toEqual(['allowed', 'allowed']);
  await work();
  expect(await getRun(ctx, { day })).toMatchObject({ state: 'done', marked: { accounts: MANY, users: 1 } });
});

test('R29. While the marks of one kind are left to a worker, another one is refused: the run goes on and is over with the first', async () => {
  const { ctx, answers, work } = await twoWait();
  await allowMarks(ctx, { day, kind: 'accounts' });
  await refuseMarks(ctx, { day, kind: 'users' });
  expect(await getRun(ctx, { day })).toMatchObject({ state: 'running' });
  expect(await answers()).toEqual(['allowed', 'refused']);
  await work();
  expect(await getRun(ctx, { day })).toMatchObject({ state: 'done', marked: { accounts: MANY } });
  await expect(allowMarks(ctx, { day, kind: 'users' })).rejects.toMatchObject({ code: 'conflict' });
});

test('R29. One kind that is refused while the other waits leaves the run waiting', async () => {
  const { ctx, answers } = await twoWait();
  await refuseMarks(ctx, { day, kind: 'users' });
  expect(await getRun(ctx, { day })).toMatchObject({ state: 'waiting' });
  expect(await answers()).toEqual([null, 'refused']);
});

test('R28, R29. A refusal does not come between what the next day’s run read of the policies and its beginning, which would mark what was refused', async () => {
  const { ctx, workspaceId, answers } = await twoWait();
  const { refusing } = await transaction(workspaceId, async (tx) => {
    await openWorkspace(tx, { workspaceId, lock: true });
    let over = false;
    const refusing = refuseMarks(ctx, { day, kind: 'users' })
      .catch(({ code }) => code)
      .finally(() => {
        over = true;
      });
    for (let waits = false; !waits && !over; ) {
      const [row] = await tx.execute<{ waits: boolean }>(sql`select exists (select 1 from pg_locks where not granted) as waits`);
      waits = row?.waits ?? false;
    }
    await supersedeWaiting(tx, { workspaceId });
    return { refusing };
  });
  expect(await refusing).toBe('conflict');
  expect(await answers()).toEqual(['superseded', 'superseded']);
});
