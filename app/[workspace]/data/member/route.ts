import { memberPage } from '#lib/entities/member-page.ts';
import { dataRoute } from '#lib/web/data-route.ts';

export const GET = dataRoute(memberPage);
