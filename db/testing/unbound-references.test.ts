import { expect, test } from 'vitest';
import { unboundReferences } from './unbound-references.ts';

test.each([
  'select 1 from accounts where workspace_id = $1',
  'select 1 from "accounts" where "accounts"."workspace_id" = $1 and "accounts"."id" = $2',
  'select a.id from accounts a join users u on u.workspace_id = $1 and u.account_id = a.id where a.workspace_id = $2',
  'update accounts a set parent_id = null from accounts p where a.workspace_id = $1 and p.workspace_id = $1',
  'delete from users m using accounts a where m.workspace_id = $1 and a.workspace_id = $2',
  'insert into "usage" as t (workspace_id, account_id) select $1, $2 on conflict do nothing',
  'select 1 from workspaces where id = $1 for update',
  'select 1 from people',
  "select 'from accounts'",
  'with taken as (select id from accounts where workspace_id = $1) select id from taken',
])('bound: %s', (statement) => {
  expect(unboundReferences(statement)).toEqual([]);
});

test.each([
  ['select 1 from accounts', ['accounts accounts']],
  ['select 1 from accounts where id = $1', ['accounts accounts']],
  ['select 1 from accounts a where a.workspace_id = b.workspace_id', ['accounts a']],
  ['select a.id from accounts a join users u on u.account_id = a.id where a.workspace_id = $1', ['users u']],
  ['select a.id from accounts a, collections c where a.workspace_id = $1', ['collections c']],
  ['select 1 from accounts a where a.workspace_id = $1 and exists (select 1 from accounts a where a.parent_id = $2)', ['accounts a']],
  ['update "accounts" set "name" = $1 where "accounts"."id" = $2', ['accounts accounts']],
  ['delete from users m using accounts a where m.workspace_id = $1', ['accounts a']],
  ['insert into users (id) values ($1)', ['users into']],
  ['select 1 from workspaces', ['workspaces workspaces']],
])('unbound: %s', (statement, unbound) => {
  expect(unboundReferences(statement)).toEqual(unbound);
});
