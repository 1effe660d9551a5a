import type { Context } from '#lib/context.ts';
import { newId } from '#lib/ids.ts';
import { problemResponse } from './problem-response.ts';
import { queryValues } from './query-values.ts';
import { contextIn } from './session.ts';

type Params = { params: Promise<{ workspace: string }> };

/** Lines of CSV as a download, by session: `app/[workspace]/data/…/csv/route.ts` exports it as GET. The filter is the query. */
export function csvRoute(lines: (ctx: Context, filter: unknown) => AsyncGenerator<string>, name: string) {
  return async (request: Request, { params }: Params): Promise<Response> => {
    const requestId = newId();
    try {
      const { workspace } = await params;
      return await csvResponse(lines(await contextIn(workspace), queryValues(new URL(request.url))), {
        name: `${workspace}-${name}`,
        requestId,
      });
    } catch (error) {
      return problemResponse(error, requestId);
    }
  };
}

/** The next line is read when the last was taken. What fails before the first line is thrown, later ends the stream. */
export async function csvResponse(
  lines: AsyncGenerator<string>,
  { name, requestId }: { name: string; requestId: string },
): Promise<Response> {
  const first = await lines.next();
  const text = new ReadableStream<string>({
    start(controller) {
      if (!first.done) controller.enqueue(first.value);
    },
    async pull(controller) {
      const line = await lines.next();
      if (line.done) controller.close();
      else controller.enqueue(line.value);
    },
    async cancel() {
      await lines.return(undefined);
    },
  });
  return new Response(text.pipeThrough(new TextEncoderStream()), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}.csv"`,
      'Cache-Control': 'no-store',
      'X-Request-Id': requestId,
    },
  });
}
