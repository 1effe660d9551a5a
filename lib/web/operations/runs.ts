import { getRun } from '#lib/retention/get-run.ts';
import { listRuns } from '#lib/retention/list-runs.ts';
import { RunAnswer } from '#lib/retention/rules/run-answer.ts';
import { operation } from '../operation.ts';
import { PageQuery, pageOf } from './schemas.ts';

export const listRunsOperation = operation({
  id: 'listRuns',
  method: 'GET',
  path: '/api/v1/retention/runs',
  scope: ['retention', 'read'],
  summary: 'The runs of the daily process, the latest first.',
  query: PageQuery,
  answer: pageOf(RunAnswer),
  run: (ctx, { query }) => listRuns(ctx, query),
});

export const getRunOperation = operation({
  id: 'getRun',
  method: 'GET',
  path: '/api/v1/retention/runs/{day}',
  scope: ['retention', 'read'],
  summary: 'The run of a process day.',
  answer: RunAnswer,
  run: (ctx, { params }) => getRun(ctx, params),
});
