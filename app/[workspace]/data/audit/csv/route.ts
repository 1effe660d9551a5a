import { exportAudit } from '#lib/audit/export-audit.ts';
import { newId } from '#lib/ids.ts';
import { csvResponse } from '#lib/web/csv-response.ts';
import { problemResponse } from '#lib/web/problem-response.ts';
import { queryValues } from '#lib/web/query-values.ts';
import { contextIn } from '#lib/web/session.ts';

export async function GET(request: Request, { params }: { params: Promise<{ workspace: string }> }): Promise<Response> {
  try {
    const { workspace } = await params;
    const lines = exportAudit(await contextIn(workspace), queryValues(new URL(request.url)));
    return await csvResponse(lines, `${workspace}-audit.csv`);
  } catch (error) {
    return problemResponse(error, newId());
  }
}
