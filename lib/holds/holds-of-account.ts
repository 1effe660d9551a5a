import { z } from 'zod';
import { holdsOfAccount as readHolds } from '#db/list-holds.ts';
import { readAccount } from '#db/read-accounts.ts';
import { nameActors } from '#lib/audit/name-actors.ts';
import { view } from '#lib/view.ts';
import { holdOf } from './list-holds.ts';

/** R15. The holds that keep an account: its own, and those on its users and objects; with what people call whoever put them. */
export const holdsOfAccount = view({
  name: 'holds.of-account',
  permission: 'retention:view',
  scope: 'read',
  input: z.object({ account: z.string() }),
  async read({ tx, ctx, workspaceId }, { account }) {
    const found = await readAccount(tx, { workspaceId, account });
    const rows = found ? await readHolds(tx, { workspaceId, accountId: found.id }) : [];
    const names = await nameActors({ ...ctx, tx }, { actors: rows.map(({ by }) => by) });
    return rows.map((row) => ({ ...holdOf(row), by: names[row.by] ?? row.by }));
  },
});
export type AccountHolds = Awaited<ReturnType<typeof holdsOfAccount>>;
