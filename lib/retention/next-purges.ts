import { z } from 'zod';
import { purgesOfDay } from '#db/engine/purges-of-day.ts';
import { referenceByPolicy, referenceText } from '#lib/entities/rules/entity-reference.ts';
import { dayOf, nextProcessStart } from '#lib/time.ts';
import { view } from '#lib/view.ts';
import { planOfDay } from './start-daily-run.ts';

/** What the next daily process would purge, by kind, with twenty examples of each: accounts, and users and objects of accounts that stay. */
export const nextPurges = view({
  name: 'next-process.purges',
  permission: 'retention:view',
  scope: ['retention', 'read'],
  input: z.object({}),
  async read({ tx, workspaceId, workspace, now }) {
    const day = dayOf(nextProcessStart(now));
    const kinds = await purgesOfDay(tx, { workspaceId, plan: await planOfDay(tx, { workspace, day }) });
    return {
      day,
      kinds: kinds.map(({ kind, n, sample }) => ({
        kind,
        n,
        sample: sample.map(({ account, member, ...row }) => ({
          entity: referenceText(referenceByPolicy(kind, account, member)),
          account,
          ...row,
        })),
      })),
    };
  },
});
export type NextPurges = Awaited<ReturnType<typeof nextPurges>>;
