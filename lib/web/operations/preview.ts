import { z } from 'zod';
import { explainEntity } from '#lib/retention/explain-entity.ts';
import { getForecast } from '#lib/retention/get-forecast.ts';
import { previewPolicies } from '#lib/retention/preview-policies.ts';
import { PoliciesPatch } from '#lib/retention/rules/policies-input.ts';
import { operation } from '../operation.ts';
import { InstantText } from './schemas.ts';

const Day = z.string().describe('A process day.');
const Count = z.number().int();
const ForecastDay = z.object({ day: Day, marks: Count, purges: Count });

const Example = z.object({
  entity: z.string(),
  name: z.string().nullable(),
  contract_status: z.string(),
  contract_value: z.number().nullable(),
  last_information_at: InstantText,
  inactive_days: Count.nullable(),
  root: z.string().nullable().describe('The account whose mark takes it along; null where it is marked for a cause of its own.'),
  goes_along: z
    .object({ users: Count, objects: Count, sub_accounts: Count })
    .nullable()
    .describe('What goes along with an account and has no standing mark of its own; null for users and objects.'),
});

const KindEffect = z.object({
  due: Count.describe('Marks of an own cause.'),
  with: z.object({ users: Count, objects: Count, sub_accounts: Count, active_sub_accounts: Count }).describe('What goes along.'),
  share: z.number().describe('Marks, sub-accounts that go along included, of what is active of the kind.'),
  lifted: Count,
  silent: Count.describe('Active ones whose inactive days have reached the days of the policy, counted or not yet.'),
  trips_breaker: z.boolean(),
  active: Count.describe('Active ones of the kind that `share` is of; 0 where nothing is marked.'),
  about: z
    .boolean()
    .describe(
      'Whether `share`, `active` or `silent` is an estimate: where the kinds together are more than 200,000, each is counted up to 20,000, and as far as `trips_breaker` needs.',
    ),
  by_status: z.record(z.string(), Count).describe('Marks by contract status of the account.'),
  statuses: z
    .array(z.object({ status: z.string(), own: Count, along: Count, contract_value: z.number() }))
    .describe('The same in parts: for a cause of their own, and along, with the contract value of the accounts.'),
  sample: z.array(Example).describe('20 examples at most.'),
  peak: z.object({ day: Day, marks: Count }).nullable().optional(),
});

export const previewPoliciesOperation = operation({
  id: 'previewPolicies',
  method: 'POST',
  path: '/api/v1/retention/preview',
  scope: ['retention'],
  summary: 'The effect of a save before it is made: the next daily process and 60 days. `{}` shows what stands. Nothing is written.',
  query: z.object({ forecast: z.enum(['0', '1'], 'Send 0 or 1.').default('1').describe('0 leaves out forecast and peaks.') }),
  body: PoliciesPatch,
  answer: z.object({
    day: Day,
    kinds: z.record(z.string(), KindEffect),
    no_longer_expiring: Count.describe('Free and unknown accounts that wait for an update under a late account policy.'),
    forecast: z.array(ForecastDay).optional(),
  }),
  async run(ctx, { query, body }) {
    const { now: _, ...effect } = await previewPolicies(ctx, { patch: body, forecast: query.forecast === '1' });
    return effect;
  },
});

export const getForecastOperation = operation({
  id: 'getForecast',
  method: 'GET',
  path: '/api/v1/retention/forecast',
  scope: ['retention', 'read'],
  summary: 'Marks and purges of the days to come, if nothing arrives.',
  query: z.object({ days: z.string().optional().describe('1 to 365; 60 where it is left out.') }),
  answer: z.object({ data: z.array(ForecastDay) }),
  run: async (ctx, { query }) => ({ data: (await getForecast(ctx, query)).data }),
});

export const explainEntityOperation = operation({
  id: 'explainEntity',
  method: 'GET',
  path: '/api/v1/retention/explain',
  scope: ['retention', 'read'],
  summary: 'Why an entity is kept, marked or due, with the rule that decides.',
  query: z.object({
    kind: z
      .string()
      .optional()
      .meta({ examples: ['accounts'] }),
    entity: z
      .string()
      .optional()
      .meta({ examples: ['acme'] }),
  }),
  answer: z.object({
    kind: z.enum(['accounts', 'users', 'objects']),
    entity: z.string(),
    state: z.enum(['active', 'marked', 'archived']),
    last_information: z.object({ type: z.string(), at: InstantText }),
    inactive_days: Count.nullable(),
    counted_days: Count.nullable(),
    policy: z.object({ kind: z.string(), days: Count }).nullable(),
    rule: z.enum(['R4', 'R6', 'R9', 'R10', 'R13', 'R15']),
    beats: z.array(z.enum(['R13'])),
    waiting_for: z.enum(['update', 'hold', 'pause', 'approval']).nullable(),
    due_on: Day.nullable(),
    mark: z.object({ cause: z.enum(['inactivity', 'expiry', 'parent']), marked_on: Day, root: z.string().nullable() }).nullable(),
    purge_on: Day.nullable(),
    along: z
      .object({ on: Day, root: z.string() })
      .nullable()
      .describe(
        'Where a mark takes it along before it is due itself: the process day if nothing arrives, and the account whose mark it is.',
      ),
    lift: z
      .object({ on: Day, due_again_on: Day.nullable() })
      .nullable()
      .describe(
        'Where the cause of its mark no longer holds: the process day that lifts it, and the one that would mark it again if nothing arrived.',
      ),
    holds: z.array(
      z.object({ kind: z.enum(['accounts', 'users', 'objects']), entity: z.string(), reason: z.string(), until: Day.nullable() }),
    ),
  }),
  async run(ctx, { query }) {
    const { name: _, ...explanation } = await explainEntity(ctx, query);
    return explanation;
  },
});
