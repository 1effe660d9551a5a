import { getSafety } from '#lib/retention/save-safety.ts';
import { dataRoute } from '#lib/web/data-route.ts';

export const GET = dataRoute(getSafety);
