import { listObjects, ObjectsQuery } from '#lib/entities/list-objects.ts';
import { listUsers, UsersQuery } from '#lib/entities/list-users.ts';
import { ObjectAnswer, UserAnswer } from '#lib/entities/rules/entity-answer.ts';
import { operation } from '../operation.ts';
import { pageOf } from './schemas.ts';

export const listUsersOperation = operation({
  id: 'listUsers',
  method: 'GET',
  path: '/api/v1/users',
  scope: ['read'],
  summary:
    'Users by identifier, active ones unless another state is asked for. Those of a marked account go along with it, unless they have a mark of their own.',
  query: UsersQuery,
  answer: pageOf(UserAnswer),
  run: (ctx, { query }) => listUsers(ctx, query),
});

export const listObjectsOperation = operation({
  id: 'listObjects',
  method: 'GET',
  path: '/api/v1/objects',
  scope: ['read'],
  summary: 'Objects by collection and identifier, active ones unless another state is asked for.',
  query: ObjectsQuery,
  answer: pageOf(ObjectAnswer),
  run: (ctx, { query }) => listObjects(ctx, query),
});
