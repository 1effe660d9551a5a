import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { read } from '#db/client.ts';
import { forecastEffects } from '#db/engine/forecast-days.ts';
import { randomWorkspace, writeRandomWorkspace } from '#db/testing/random-workspace.ts';
import { testDatabase } from '#db/testing/test-database.ts';
import { openWorkspace } from '#db/workspace.ts';
import { listAccounts } from '#lib/entities/list-accounts.ts';
import { listUsers } from '#lib/entities/list-users.ts';
import { explainEntity } from './explain-entity.ts';
import { proposedPlan } from './preview-policies.ts';
import type { PoliciesPatch } from './rules/policies-input.ts';

testDatabase();

const DAYS = 60;
type MarkDays = Map<string, string>;

test('R10: the day on which a look-up says that something is marked, by itself or along, is that of the forecast', {
  timeout: 120_000,
}, async () => {
  const seen = { own: 0, along: 0, never: 0, users: 0 };
  await fc.assert(
    fc.asyncProperty(randomWorkspace, async (random) => {
      const { ctx, workspaceId } = await writeRandomWorkspace(random);
      const patch = Object.fromEntries(Object.entries(random.changes).filter(([, days]) => days !== undefined));
      const { accounts, users, last } = await forecastOf(workspaceId, patch);
      const dayOfExplain = async (kind: string, entity: string) => {
        const { due_on, along, rule } = await explainEntity(ctx, { kind, entity, patch });
        if (rule === 'R15') return null;
        const day = along?.on ?? due_on;
        seen[along !== null ? 'along' : due_on !== null ? 'own' : 'never']++;
        return { day: day !== null && day <= last ? day : undefined, root: along?.root };
      };
      for (const { account } of (await listAccounts(ctx, { state: 'all', limit: 100 })).data.filter(notMarked)) {
        const said = await dayOfExplain('accounts', account);
        if (said) expect([account, said.day]).toEqual([account, accounts.get(account)]);
      }
      for (const { account, user } of (await listUsers(ctx, { state: 'all', limit: 100 })).data.filter(notMarked)) {
        const said = await dayOfExplain('users', `${account}/${user}`);
        if (!said) continue;
        seen.users++;
        const days = [accounts.get(account), users.get(`${account}/${user}`)].filter((day) => day !== undefined);
        expect([user, said.day]).toEqual([user, days.sort()[0]]);
      }
    }),
    { numRuns: 40, seed: 20260707 },
  );
  expect(Math.min(...Object.values(seen))).toBeGreaterThanOrEqual(10);
});

const notMarked = ({ state }: { state: string }) => state !== 'marked';

/** The days of the marks of accounts and users in the forecast. */
async function forecastOf(workspaceId: string, patch: PoliciesPatch): Promise<{ accounts: MarkDays; users: MarkDays; last: string }> {
  return read(workspaceId, async (tx) => {
    const workspace = await openWorkspace(tx, { workspaceId });
    if (!workspace) throw new Error('no workspace');
    const { plan } = await proposedPlan(tx, { workspace, patch });
    const rows = await tx.execute<{
      account: string;
      member: string | null;
      day: string;
    }>(sql`${await forecastEffects(tx, { workspaceId, plan, days: DAYS })}
      select a.external_id as account, u.external_id as member, e.day from effects e
        left join users u on u.workspace_id = ${workspaceId} and u.id = e.id
        join accounts a on a.workspace_id = ${workspaceId} and a.id = coalesce(u.account_id, e.id)
      where e.effect = 'marks'`);
    const days = (of: (typeof rows)[number][]) =>
      new Map(of.map(({ account, member, day }) => [member === null ? account : `${account}/${member}`, day]));
    const [{ last } = { last: '' }] = await tx.execute<{ last: string }>(
      sql`select (${plan.day}::date + ${DAYS - 1}::integer)::text as last`,
    );
    return {
      accounts: days(rows.filter(({ member }) => member === null)),
      users: days(rows.filter(({ member }) => member !== null)),
      last,
    };
  });
}
