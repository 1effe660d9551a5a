import { type DownloadedList, recordDownload } from '#lib/audit/record-download.ts';
import type { Context } from '#lib/context.ts';
import { newId } from '#lib/ids.ts';
import { problemResponse } from './problem-response.ts';
import { queryValues } from './query-values.ts';
import { contextIn } from './session.ts';

type Params = { params: Promise<{ workspace: string }> };

/** Lines of CSV as a download, by session: `app/[workspace]/data/…/csv/route.ts` exports it as GET. The filter is the query. Leaves an entry in the trail (R30). */
export function csvRoute(lines: (ctx: Context, filter: unknown) => AsyncGenerator<string>, list: DownloadedList) {
  return async (request: Request, { params }: Params): Promise<Response> => {
    const requestId = newId();
    try {
      const { workspace } = await params;
      const ctx = await contextIn(workspace);
      const query = queryValues(new URL(request.url));
      return await csvResponse(recorded(ctx, list, query, lines(ctx, query)), { name: `${workspace}-${list}`, requestId });
    } catch (error) {
      return problemResponse(error, requestId);
    }
  };
}

/** The same lines; that they are taken is recorded once the first is there, and before it is sent. */
async function* recorded(ctx: Context, list: DownloadedList, query: Record<string, unknown>, lines: AsyncGenerator<string>) {
  let first = true;
  for await (const line of lines) {
    if (first) await recordDownload(ctx, { list, kind: query.kind, filtered: Object.keys(query).some((name) => !WHOLE.includes(name)) });
    first = false;
    yield line;
  }
}

/** What does not make a list shorter. */
const WHOLE = ['kind', 'save', 'sort', 'direction'];

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
