import { holdsOfAccount } from '#lib/holds/holds-of-account.ts';
import { dataRoute } from '#lib/web/data-route.ts';

export const GET = dataRoute(holdsOfAccount);
