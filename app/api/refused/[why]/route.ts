import { refusedRoute } from '#lib/web/refused-route.ts';
import { anyMethod } from '#lib/web/route-of.ts';

export const { GET, POST, PUT, PATCH, DELETE } = anyMethod(refusedRoute);
