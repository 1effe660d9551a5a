import { apiRoute } from '#lib/web/api-route.ts';
import { getTestClockOperation } from '#lib/web/operations/test-clock.ts';

export const { GET, POST, PUT, PATCH, DELETE } = apiRoute(getTestClockOperation);
