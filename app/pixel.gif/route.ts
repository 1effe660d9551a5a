import { pixel } from '#lib/web/pixel-route.ts';
import { routeOf } from '#lib/web/route-of.ts';

export const { GET, POST, PUT, PATCH, DELETE } = routeOf({ GET: pixel, POST: pixel });
