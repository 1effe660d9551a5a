import { nameActors } from '#lib/audit/name-actors.ts';
import type { Context } from '#lib/context.ts';
import { listApiKeys } from '#lib/workspaces/list-api-keys.ts';

/** The workspace's keys with the names of who made them, and the machine's clock, by which keys are dated. */
export async function readKeys(ctx: Context) {
  const { data } = await listApiKeys(ctx, {});
  const names = await nameActors(ctx, { actors: [...new Set(data.map((key) => key.created_by))] });
  return { now: new Date().toISOString(), keys: data.map((key) => ({ ...key, by: names[key.created_by] ?? key.created_by })) };
}

export type ListedKeys = Awaited<ReturnType<typeof readKeys>>;
export type ListedKey = ListedKeys['keys'][number];
