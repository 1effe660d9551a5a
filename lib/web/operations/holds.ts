import { z } from 'zod';
import type { EntityKind } from '#lib/entities/rules/entity-reference.ts';
import { endHold } from '#lib/holds/end-hold.ts';
import { listHolds } from '#lib/holds/list-holds.ts';
import { HoldInput, putHold } from '#lib/holds/put-hold.ts';
import { operation } from '../operation.ts';
import { InstantText, PageQuery, pageOf } from './schemas.ts';

const Hold = z.object({
  kind: z.enum(['accounts', 'users', 'objects']),
  entity: z.string().meta({ examples: ['acme', 'acme/ann%40acme.example'] }),
  reason: z.string(),
  until: z.string().nullable().describe('In force through this process day; null until somebody ends it.'),
  by: z.string(),
  since: InstantText,
});

const HoldBody = HoldInput.pick({ reason: true, until: true }).meta({ examples: [{ reason: 'Legal case 17', until: '2030-12-31' }] });

export const listHoldsOperation = operation({
  id: 'listHolds',
  method: 'GET',
  path: '/api/v1/holds',
  scope: ['read'],
  summary: 'The holds that stand.',
  query: PageQuery,
  answer: pageOf(Hold),
  async run(ctx, { query }) {
    const { data, next_cursor } = await listHolds(ctx, query);
    return { data: data.map(({ account: _, account_name: __, ...hold }) => hold), next_cursor };
  },
});

type Named = { kind: EntityKind; path: `/api/v1/holds/${string}`; named: string };

const NAMED: Record<EntityKind, Named> = {
  accounts: { kind: 'accounts', path: '/api/v1/holds/accounts/{account}', named: 'an account' },
  users: { kind: 'users', path: '/api/v1/holds/users/{account}/{user}', named: 'a user' },
  objects: { kind: 'objects', path: '/api/v1/holds/objects/{collection}/{account}/{object}', named: 'an object' },
};

/** PUT and DELETE of the hold on an entity of one kind; the parts of its name are percent-encoded one by one. */
function holdOperations({ kind, path, named }: Named) {
  const entityOf = (params: Record<string, string>) => Object.values(params).map(encodeURIComponent).join('/');
  const put = operation({
    id: `putHoldOn${kind}`,
    method: 'PUT',
    path,
    scope: ['admin'],
    summary: `Puts ${named} on hold: it is neither marked nor purged. On what is on hold already it changes reason and end.`,
    params: z.record(z.string(), z.string()),
    body: HoldBody,
    answer: Hold,
    run: (ctx, { params, body }) => putHold(ctx, { ...body, kind, entity: entityOf(params) }),
  });
  const end = operation({
    id: `endHoldOn${kind}`,
    method: 'DELETE',
    path,
    scope: ['admin'],
    summary: `Ends the hold on ${named}.`,
    params: z.record(z.string(), z.string()),
    answer: null,
    async run(ctx, { params }) {
      await endHold(ctx, { kind, entity: entityOf(params) });
      return null;
    },
  });
  return [put, end];
}

export const accountHoldOperations = holdOperations(NAMED.accounts);
export const userHoldOperations = holdOperations(NAMED.users);
export const objectHoldOperations = holdOperations(NAMED.objects);
