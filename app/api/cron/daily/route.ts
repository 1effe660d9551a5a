import { cronRoute } from '#lib/web/cron-route.ts';
import { routeOf } from '#lib/web/route-of.ts';

export const dynamic = 'force-dynamic';

export const { GET, POST, PUT, PATCH, DELETE } = routeOf({ GET: cronRoute, POST: cronRoute });
