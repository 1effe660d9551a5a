import { checkHealth } from '#lib/health.ts';
import { newId } from '#lib/ids.ts';
import { routeOf } from '#lib/web/route-of.ts';

export const dynamic = 'force-dynamic';

export const { GET, POST, PUT, PATCH, DELETE } = routeOf({ GET: health });

async function health(): Promise<Response> {
  const found = await checkHealth();
  return Response.json(found, {
    status: found.status === 'ok' ? 200 : 503,
    headers: { 'Cache-Control': 'no-store', 'X-Request-Id': newId() },
  });
}
