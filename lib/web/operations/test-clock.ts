import { z } from 'zod';
import { AdvanceInput, advanceTestClock } from '#lib/workspaces/advance-test-clock.ts';
import { getTestClock } from '#lib/workspaces/get-test-clock.ts';
import { operation } from '../operation.ts';
import { InstantText } from './schemas.ts';

const Counted = z.record(z.string(), z.number().int());
const Run = z.object({ day: z.string(), marked: Counted, lifted: Counted, purged: Counted });

export const getTestClockOperation = operation({
  id: 'getTestClock',
  method: 'GET',
  path: '/api/v1/test-clock',
  scope: ['admin'],
  summary: 'The instant at which a workspace with a test clock lives; 404 for any other.',
  answer: z.object({ now: InstantText }),
  run: (ctx) => getTestClock(ctx, {}),
});

export const advanceTestClockOperation = operation({
  id: 'advanceTestClock',
  method: 'POST',
  path: '/api/v1/test-clock/advance',
  scope: ['admin'],
  summary: 'Moves a test clock forward and runs the daily process of each day on its way. Answers when they are done.',
  body: AdvanceInput.meta({ examples: [{ to: '2026-08-04T02:00:00Z' }] }),
  answer: z.object({ now: InstantText, runs: z.array(Run) }),
  deadlineMs: 600_000,
  run: (ctx, { body }) => advanceTestClock(ctx, body),
});
