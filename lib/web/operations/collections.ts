import { z } from 'zod';
import { createCollection, NewCollection } from '#lib/entities/create-collection.ts';
import { listCollections } from '#lib/entities/list-collections.ts';
import { operation } from '../operation.ts';
import { PageQuery, pageOf } from './schemas.ts';

const Collection = z.object({ collection: z.string() });

export const listCollectionsOperation = operation({
  id: 'listCollections',
  method: 'GET',
  path: '/api/v1/collections',
  scope: ['read'],
  summary: 'The collections of the workspace, by name.',
  query: PageQuery,
  answer: pageOf(Collection),
  run: (ctx, { query }) => listCollections(ctx, query),
});

export const createCollectionOperation = operation({
  id: 'createCollection',
  method: 'POST',
  path: '/api/v1/collections',
  scope: ['admin'],
  summary: 'Defines a collection. It follows the account policy until it gets days of its own.',
  body: NewCollection.meta({ examples: [{ collection: 'opportunities' }] }),
  answer: Collection,
  status: 201,
  idempotent: true,
  run: (ctx, { body }) => createCollection(ctx, body),
});
