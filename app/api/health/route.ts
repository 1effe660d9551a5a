import { checkHealth } from '#lib/health.ts';
import { newId } from '#lib/ids.ts';

export const dynamic = 'force-dynamic';

export async function GET(): Promise<Response> {
  const health = await checkHealth();
  return Response.json(health, {
    status: health.status === 'ok' ? 200 : 503,
    headers: { 'Cache-Control': 'no-store', 'X-Request-Id': newId() },
  });
}
