import { expect, test } from 'vitest';
import { createCollection } from '#lib/entities/create-collection.ts';
import { recordSignals } from '#lib/ingest/record-signals.ts';
import { memberKinds, type Step } from '#lib/retention/rules/plan.ts';
import { type Instant, parseDay } from '#lib/time.ts';
import { plansOf } from '../testing/explaining.ts';
import { testDatabase } from '../testing/test-database.ts';
import { testWorkspace } from '../testing/workspaces.ts';
import { marksOfKind } from './marks-of-kind.ts';

testDatabase();

test('what goes along with each account is counted by its key, not among all objects of a collection, before anything is known of the rows', async () => {
  const { ctx, workspaceId } = await testWorkspace();
  await createCollection(ctx, { collection: 'deals' });
  await recordSignals(ctx, { signals: [{ type: 'object', account: 'acme', collection: 'deals', object: 'd1' }] });
  const day = parseDay('2026-07-20');
  const due = { cutoff: parseDay('2026-07-10'), updatedAfter: null };
  const steps: Step[] = [
    { name: 'mark-accounts', kind: 'accounts', due, from: parseDay('0001-01-01'), processDay: day },
    { name: 'cascade', processDay: day, heardUntil: '2026-07-20T02:00:00.000Z' as Instant },
  ];
  const kinds = memberKinds([{ id: '01890000-0000-7000-8000-000000000000', name: 'deals' }]);
  const plan = (await plansOf(workspaceId, (tx) => tx.execute(marksOfKind({ workspaceId, steps, kind: 'accounts', kinds })))).join('\n');
  expect(plan).toMatch(/ on users m/);
  expect(plan).toMatch(/ on objects m/);
  expect(plan).not.toMatch(/Index Cond: .*collection_id/);
});
