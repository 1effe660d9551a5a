import { markedTotals } from '#lib/retention/marked-totals.ts';
import { dataRoute } from '#lib/web/data-route.ts';

export const GET = dataRoute(markedTotals);
