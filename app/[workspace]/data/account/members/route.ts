import { listMembersPage } from '#lib/entities/list-members-page.ts';
import { dataRoute } from '#lib/web/data-route.ts';

export const GET = dataRoute(listMembersPage);
