import { dataRoute } from '#lib/web/data-route.ts';
import { readKeys } from '@/app/[workspace]/settings/api-keys/read-keys.ts';

export const GET = dataRoute(readKeys);
