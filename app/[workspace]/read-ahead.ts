import type { Context } from '#lib/context.ts';
import { AppError } from '#lib/errors.ts';
import { refuseUnkeepable } from '#lib/web/query-values.ts';

type Read = (ctx: Context, filter: unknown) => Promise<unknown>;

/** What data addresses would answer, by address; the filter of each view is its address's query. What is refused is left to the browser, which says it where the data would stand. */
export async function readAhead(ctx: Context, views: Record<string, Read>): Promise<Record<string, unknown>> {
  const read = async ([address, view]: [string, Read]) => {
    try {
      const filter = Object.fromEntries(new URL(address, 'http://here').searchParams);
      refuseUnkeepable(filter);
      return [[address, await view(ctx, filter)]];
    } catch (error) {
      if (error instanceof AppError) return [];
      throw error;
    }
  };
  return Object.fromEntries((await Promise.all(Object.entries(views).map(read))).flat());
}
