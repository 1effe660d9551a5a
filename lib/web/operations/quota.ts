import { getQuota, Quota } from '#lib/workspaces/get-quota.ts';
import { operation } from '../operation.ts';

export const getQuotaOperation = operation({
  id: 'getQuota',
  method: 'GET',
  path: '/api/v1/quota',
  scope: ['read'],
  summary: 'How many accounts count towards the quota. Marked and archived ones do not.',
  answer: Quota,
  run: (ctx) => getQuota(ctx, {}),
});
