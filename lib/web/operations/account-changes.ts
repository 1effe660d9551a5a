import { z } from 'zod';
import { archiveAccount } from '#lib/entities/archive-account.ts';
import { Deletion, deleteAccount } from '#lib/entities/delete-account.ts';
import { AccountPatch, editAccount } from '#lib/entities/edit-account.ts';
import { restoreAccount } from '#lib/entities/restore-account.ts';
import { AccountAnswer } from '#lib/entities/rules/entity-answer.ts';
import { operation } from '../operation.ts';

export const editAccountOperation = operation({
  id: 'editAccount',
  method: 'PATCH',
  path: '/api/v1/accounts/{account}',
  scope: ['admin'],
  summary: 'Edits name, contract status, contract value or parent. An edit is no information: it keeps nothing alive.',
  body: AccountPatch.meta({ examples: [{ contract_status: 'paying', contract_value: 12_000 }] }),
  answer: AccountAnswer,
  run: (ctx, { params, body }) => editAccount(ctx, { ...params, patch: body }),
});

export const deleteAccountOperation = operation({
  id: 'deleteAccount',
  method: 'DELETE',
  path: '/api/v1/accounts/{account}',
  scope: ['admin'],
  summary: 'Deletes an archived account at once and for good, with its users and objects; its sub-accounts become top-level.',
  body: Deletion.pick({ confirm: true }).meta({ description: 'The identifier again.', examples: [{ confirm: 'acme' }] }),
  answer: z.object({ accounts: z.number().int(), users: z.number().int(), objects: z.number().int() }),
  run: (ctx, { params, body }) => deleteAccount(ctx, { ...params, ...body }),
});

export const archiveAccountOperation = operation({
  id: 'archiveAccount',
  method: 'POST',
  path: '/api/v1/accounts/{account}/archive',
  scope: ['admin'],
  summary: 'Archives an account: it leaves lists, searches and quota, and information for it is refused. It goes on ageing.',
  answer: AccountAnswer,
  run: (ctx, { params }) => archiveAccount(ctx, params),
});

export const restoreAccountOperation = operation({
  id: 'restoreAccount',
  method: 'POST',
  path: '/api/v1/accounts/{account}/restore',
  scope: ['admin'],
  summary: 'Brings an archived account back, which counts as information and takes a mark.',
  answer: AccountAnswer,
  run: (ctx, { params }) => restoreAccount(ctx, params),
});
