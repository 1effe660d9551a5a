import { accountPage } from '#lib/entities/account-page.ts';
import { dataRoute } from '#lib/web/data-route.ts';

export const GET = dataRoute(accountPage);
