import { getAccount } from '#lib/entities/get-account.ts';
import { AccountsQuery, listAccounts } from '#lib/entities/list-accounts.ts';
import { AccountAnswer } from '#lib/entities/rules/entity-answer.ts';
import { operation } from '../operation.ts';
import { pageOf } from './schemas.ts';

export const listAccountsOperation = operation({
  id: 'listAccounts',
  method: 'GET',
  path: '/api/v1/accounts',
  scope: ['read'],
  summary:
    'Accounts by identifier, active ones unless another state is asked for. `q` is part of a name, or the beginning of an identifier.',
  query: AccountsQuery,
  answer: pageOf(AccountAnswer),
  run: (ctx, { query }) => listAccounts(ctx, query),
});

export const getAccountOperation = operation({
  id: 'getAccount',
  method: 'GET',
  path: '/api/v1/accounts/{account}',
  scope: ['read'],
  summary: 'One account, whatever its state.',
  answer: AccountAnswer,
  run: (ctx, { params }) => getAccount(ctx, params),
});
