import { listAccountsPage } from '#lib/entities/list-accounts-page.ts';
import { dataRoute } from '#lib/web/data-route.ts';

export const GET = dataRoute(listAccountsPage);
