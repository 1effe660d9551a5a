import type { Context } from '#lib/context.ts';
import { newId } from '#lib/ids.ts';
import { DEADLINE_MS, withDeadline } from './deadline.ts';
import { problemResponse } from './problem-response.ts';
import { queryValues } from './query-values.ts';
import { contextIn } from './session.ts';

type Params = { params: Promise<{ workspace: string } & Record<string, string>> };

/** A view for the browser, by session: `app/[workspace]/data/…/route.ts` exports it as GET. The filter is the query with the path's other parts. */
export function dataRoute<R>(view: (ctx: Context, filter: unknown) => Promise<R>) {
  return async (request: Request, { params }: Params): Promise<Response> => {
    const requestId = newId();
    try {
      const { workspace: slug, ...rest } = await params;
      const result = await withDeadline(DEADLINE_MS, view(await contextIn(slug), { ...queryValues(new URL(request.url)), ...rest }));
      return Response.json(result, { headers: { 'Cache-Control': 'no-store', 'X-Request-Id': requestId } });
    } catch (error) {
      return problemResponse(error, requestId);
    }
  };
}
