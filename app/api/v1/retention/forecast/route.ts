import { apiRoute } from '#lib/web/api-route.ts';
import { getForecastOperation } from '#lib/web/operations/preview.ts';

export const { GET, POST, PUT, PATCH, DELETE } = apiRoute(getForecastOperation);
