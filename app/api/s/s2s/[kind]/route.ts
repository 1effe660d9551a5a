import { clientRoute } from '#lib/web/client-route.ts';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = clientRoute('jitsu');
