import { forecastDay } from '#lib/retention/forecast-day.ts';
import { dataRoute } from '#lib/web/data-route.ts';

export const GET = dataRoute(forecastDay);
