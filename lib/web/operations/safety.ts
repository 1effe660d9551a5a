import { allowMarks, BreakerAnswerInput, refuseMarks } from '#lib/retention/answer-breaker.ts';
import { getRun } from '#lib/retention/get-run.ts';
import { RunAnswer } from '#lib/retention/rules/run-answer.ts';
import { getSafety, Safety, SafetyPatch, saveSafety } from '#lib/retention/save-safety.ts';
import { getPause, Pauses, PausesPatch, setPause } from '#lib/retention/set-pause.ts';
import { operation } from '../operation.ts';

export const getSafetyOperation = operation({
  id: 'getSafety',
  method: 'GET',
  path: '/api/v1/retention/safety',
  scope: ['retention', 'read'],
  summary: 'The limits of the breaker, and whether archived accounts refuse information.',
  answer: Safety,
  run: (ctx) => getSafety(ctx, {}),
});

export const saveSafetyOperation = operation({
  id: 'saveSafety',
  method: 'PATCH',
  path: '/api/v1/retention/safety',
  scope: ['retention'],
  summary: 'Sets any part of it.',
  body: SafetyPatch.meta({ examples: [{ breaker: { share: 10, floor: 200 } }] }),
  answer: Safety,
  run: (ctx, { body }) => saveSafety(ctx, body),
});

export const getPauseOperation = operation({
  id: 'getPause',
  method: 'GET',
  path: '/api/v1/retention/pause',
  scope: ['retention', 'read'],
  summary: 'Whether marking and purging are paused.',
  answer: Pauses,
  run: (ctx) => getPause(ctx, {}),
});

export const setPauseOperation = operation({
  id: 'setPause',
  method: 'PUT',
  path: '/api/v1/retention/pause',
  scope: ['retention'],
  summary: 'Pauses marking, purging or both, or lets them go on. Lifts go on all the while.',
  body: PausesPatch.meta({ examples: [{ purging: true }] }),
  answer: Pauses,
  run: (ctx, { body }) => setPause(ctx, body),
});

const Kind = BreakerAnswerInput.pick({ kind: true }).meta({ examples: [{ kind: 'accounts' }] });

export const allowMarksOperation = operation({
  id: 'allowMarks',
  method: 'POST',
  path: '/api/v1/retention/runs/{day}/allow',
  scope: ['retention'],
  summary:
    'Allows the marks of a policy that wait in a run. Every entity is checked again. The answer comes when they are made; of more than 5,000 at once, and the run is `running` until then.',
  body: Kind,
  answer: RunAnswer,
  async run(ctx, { params, body }) {
    await allowMarks(ctx, { ...body, ...params });
    return getRun(ctx, params);
  },
});

export const refuseMarksOperation = operation({
  id: 'refuseMarks',
  method: 'POST',
  path: '/api/v1/retention/runs/{day}/refuse',
  scope: ['retention'],
  summary: 'Refuses the marks of a policy that wait in a run: it makes none until a save that names it.',
  body: Kind,
  answer: RunAnswer,
  async run(ctx, { params, body }) {
    await refuseMarks(ctx, { ...body, ...params });
    return getRun(ctx, params);
  },
});
