import { explainEntity } from '#lib/retention/explain-entity.ts';
import { dataRoute } from '#lib/web/data-route.ts';

export const GET = dataRoute(explainEntity);
