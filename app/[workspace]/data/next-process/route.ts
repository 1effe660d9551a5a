import { nextProcess } from '#lib/retention/next-process.ts';
import { dataRoute } from '#lib/web/data-route.ts';

export const GET = dataRoute(nextProcess);
