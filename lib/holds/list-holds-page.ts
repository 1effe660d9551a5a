import { z } from 'zod';
import { nameActors } from '#lib/audit/name-actors.ts';
import { PageInput } from '#lib/page.ts';
import { view } from '#lib/view.ts';
import { listHolds } from './list-holds.ts';

/** R15. The holds that stand, for a screen: with what people call whoever put them. */
export const listHoldsPage = view({
  name: 'holds.list-page',
  permission: 'retention:view',
  scope: 'read',
  input: z.object(PageInput),
  async read({ tx, ctx, now }, page) {
    const inside = { ...ctx, tx };
    const { data, next_cursor } = await listHolds(inside, page);
    const names = await nameActors(inside, { actors: data.map(({ by }) => by) });
    return { now, rows: data.map((row) => ({ ...row, by: names[row.by] ?? row.by })), next: next_cursor };
  },
});
export type HoldsPage = Awaited<ReturnType<typeof listHoldsPage>>;
