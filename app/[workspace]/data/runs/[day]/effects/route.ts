import { listRunEffects } from '#lib/retention/list-run-effects.ts';
import { dataRoute } from '#lib/web/data-route.ts';

export const GET = dataRoute(listRunEffects);
