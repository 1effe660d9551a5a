import { z } from 'zod';
import { SCOPES } from '#lib/auth/rules/permissions.ts';
import { createApiKey } from '#lib/workspaces/create-api-key.ts';
import { listApiKeys } from '#lib/workspaces/list-api-keys.ts';
import { revokeApiKey } from '#lib/workspaces/revoke-api-key.ts';
import { NewApiKey } from '#lib/workspaces/rules/key-input.ts';
import { operation } from '../operation.ts';
import { InstantText } from './schemas.ts';

const Scopes = z.array(z.enum(SCOPES));

export const listApiKeysOperation = operation({
  id: 'listApiKeys',
  method: 'GET',
  path: '/api/v1/api-keys',
  scope: ['admin'],
  summary: 'The keys of the workspace; of a key itself only its beginning.',
  answer: z.object({
    data: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        prefix: z.string(),
        scopes: Scopes,
        rate: z.number(),
        created_by: z.string(),
        created_at: InstantText,
        last_used_at: InstantText.nullable(),
        revoked_at: InstantText.nullable(),
      }),
    ),
  }),
  run: (ctx) => listApiKeys(ctx, {}),
});

export const createApiKeyOperation = operation({
  id: 'createApiKey',
  method: 'POST',
  path: '/api/v1/api-keys',
  scope: ['admin'],
  summary: 'Makes a key, with no scope that the asking key lacks. `api_key` is in this answer and nowhere else.',
  body: NewApiKey.meta({ examples: [{ name: 'Importer', scopes: ['ingest'], rate: 50 }] }),
  answer: z.object({ id: z.string(), name: z.string(), scopes: Scopes, rate: z.number(), api_key: z.string() }),
  status: 201,
  run: (ctx, { body }) => createApiKey(ctx, body),
});

export const revokeApiKeyOperation = operation({
  id: 'revokeApiKey',
  method: 'DELETE',
  path: '/api/v1/api-keys/{id}',
  scope: ['admin'],
  summary: 'Ends a key at once and for good.',
  answer: null,
  run: (ctx, { params }) => revokeApiKey(ctx, params),
});
