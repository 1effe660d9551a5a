import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { proposedPlan } from '#lib/retention/preview-policies.ts';
import { memberKinds } from '#lib/retention/rules/plan.ts';
import { addDays, dayOf, parseInstant } from '#lib/time.ts';
import { read, type Tx } from '../client.ts';
import { RANDOM_NOW, randomWorkspace, writeRandomWorkspace } from '../testing/random-workspace.ts';
import { testDatabase } from '../testing/test-database.ts';
import { openWorkspace } from '../workspace.ts';
import { countActive } from './active-of-day.ts';
import { memberTable, ofCollection } from './mark-members.ts';
import { isOpen, isOpenMember, stateOfDay } from './state-of-day.ts';

testDatabase();

const FEW = fc.integer({ min: 0, max: 2 });

test('counts what is active, and of it what is silent, as far as it is asked; beyond, never less than it has seen', async () => {
  let [silentOnes, beyond] = [0, 0];
  await fc.assert(
    fc.asyncProperty(randomWorkspace, fc.integer({ min: 0, max: 12 }), FEW, async (random, days, few) => {
      const { workspaceId } = await writeRandomWorkspace(random);
      const silentBy = addDays(dayOf(parseInstant(RANDOM_NOW)), -days);
      await read(workspaceId, async (tx) => {
        const workspace = await openWorkspace(tx, { workspaceId });
        if (!workspace) throw new Error('no workspace');
        const { plan, collections } = await proposedPlan(tx, { workspace, patch: { accounts: null } });
        const { steps } = plan;
        for (const members of [null, ...memberKinds(collections)]) {
          const of = { workspaceId, steps, members };
          const [all, silent] = [await plainly(tx, of), await plainly(tx, { ...of, silentBy })];
          const questions = [
            { members, upTo: 1_000 },
            { members, upTo: 1_000, silentBy },
            { members, upTo: few },
          ];
          const [active, quiet, limited] = await countActive(tx, { workspaceId, steps, questions, inAll: 0 });
          const [further] = await countActive(tx, { workspaceId, steps, questions: [{ members, upTo: few }], inAll: 100_000 });
          expect(further).toEqual({ total: all, about: false });
          expect([active, quiet]).toEqual([
            { total: all, about: false },
            { total: silent, about: false },
          ]);
          expect(limited?.about).toBe(all > few);
          if (all > few) expect(limited?.total).toBeGreaterThan(few);
          silentOnes += silent;
          beyond += Number(all > few);
        }
      });
    }),
    { numRuns: 60, seed: 20260705 },
  );
  expect(Math.min(silentOnes, beyond)).toBeGreaterThanOrEqual(50);
});

type Asked = {
  workspaceId: string;
  steps: Parameters<typeof stateOfDay>[1];
  members: Parameters<typeof ofCollection>[1] | null;
  silentBy?: string;
};

/** The same by the conditions as they are said. */
async function plainly(tx: Tx, { workspaceId, steps, members, silentBy = '9999-12-31' }: Asked): Promise<number> {
  const account = sql`a.workspace_id = ${workspaceId} and ${isOpen('a')} and a.archived_at is null`;
  const from =
    members === null
      ? sql`accounts a where ${account} and a.last_information_day <= ${silentBy}`
      : sql`${memberTable(members)} m join accounts a on a.id = m.account_id and ${account} where m.workspace_id = ${workspaceId}
          and ${ofCollection('m', members)} and ${isOpenMember('m')} and m.last_information_day <= ${silentBy}`;
  const [row] = await tx.execute<{ n: number }>(
    sql`with recursive ${stateOfDay(workspaceId, steps)} select count(*)::int as n from ${from}`,
  );
  return row?.n ?? 0;
}
