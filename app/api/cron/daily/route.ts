import { newId } from '#lib/ids.ts';
import { cronRoute } from '#lib/web/cron-route.ts';
import { methodNotAllowed } from '#lib/web/problem-response.ts';

export const dynamic = 'force-dynamic';

export const GET = cronRoute;
export const POST = cronRoute;

const refuse = async () => methodNotAllowed(['GET', 'POST'], newId());

export { refuse as DELETE, refuse as PATCH, refuse as PUT };
