import { newId } from '#lib/ids.ts';
import { exportMarked } from '#lib/retention/export-marked.ts';
import { csvResponse } from '#lib/web/csv-response.ts';
import { problemResponse } from '#lib/web/problem-response.ts';
import { queryValues } from '#lib/web/query-values.ts';
import { contextIn } from '#lib/web/session.ts';

export async function GET(request: Request, { params }: { params: Promise<{ workspace: string }> }): Promise<Response> {
  try {
    const { workspace } = await params;
    const lines = exportMarked(await contextIn(workspace), queryValues(new URL(request.url)));
    return await csvResponse(lines, `${workspace}-marked.csv`);
  } catch (error) {
    return problemResponse(error, newId());
  }
}
