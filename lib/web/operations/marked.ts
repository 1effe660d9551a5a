import { ListMarkedQuery, listMarked } from '#lib/retention/list-marked.ts';
import { reviveEntities } from '#lib/retention/revive-entities.ts';
import { MarkedAnswer } from '#lib/retention/rules/marked-answer.ts';
import { ReviveAnswer, ReviveInput } from '#lib/retention/rules/revive-input.ts';
import { operation } from '../operation.ts';
import { pageOf } from './schemas.ts';

export const listMarkedOperation = operation({
  id: 'listMarked',
  method: 'GET',
  path: '/api/v1/retention/marked',
  scope: ['retention', 'read'],
  summary:
    'What is marked, the earliest purge day first. `kind` is accounts (where it is not said), free_accounts, users, objects or a collection; users and objects with marks of their own. `purge_before` is a day, not included.',
  query: ListMarkedQuery,
  answer: pageOf(MarkedAnswer),
  run: (ctx, { query }) => listMarked(ctx, query),
});

export const reviveOperation = operation({
  id: 'reviveEntities',
  method: 'POST',
  path: '/api/v1/retention/revive',
  scope: ['retention'],
  summary: 'Revives marked entities, by name or all that a filter finds; each counts as information. Answers when it is done.',
  body: ReviveInput,
  answer: ReviveAnswer,
  idempotent: true,
  deadlineMs: 600_000,
  run: (ctx, { body }) => reviveEntities(ctx, body),
});
