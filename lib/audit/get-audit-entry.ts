import { z } from 'zod';
import { latestAuditEntries } from '#db/audit-entries.ts';
import { AppError } from '#lib/errors.ts';
import { view } from '#lib/view.ts';
import { nameActors } from './name-actors.ts';
import { CHAIN_START } from './rules/chain.ts';

/** One entry of the audit trail, with the hash that it is chained to. AppError `not-found`. */
export const getAuditEntry = view({
  name: 'audit.get',
  permission: 'retention:view',
  scope: ['retention', 'read'],
  input: z.object({
    number: z.coerce
      .number()
      .int()
      .min(1)
      .max(Number.MAX_SAFE_INTEGER - 1),
  }),
  async read({ tx, ctx, workspaceId, now }, { number }) {
    const [entry, before] = await latestAuditEntries(tx, { workspaceId, filter: {}, below: number + 1, limit: 2 });
    if (entry?.number !== number) throw new AppError('not-found', 'The trail has no entry of this number.');
    const names = await nameActors({ ...ctx, tx }, { actors: [entry.actor] });
    return { now, entry: { ...entry, by: names[entry.actor] ?? entry.actor }, chainedTo: before?.hash ?? CHAIN_START };
  },
});
