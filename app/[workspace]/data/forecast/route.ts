import { getForecast } from '#lib/retention/get-forecast.ts';
import { dataRoute } from '#lib/web/data-route.ts';

export const GET = dataRoute(getForecast);
