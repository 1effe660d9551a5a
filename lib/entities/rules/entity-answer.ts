import { z } from 'zod';
import { inactiveDays } from '#lib/retention/rules/inactivity.ts';
import { MARK_CAUSES, type MarkCause, purgeDay } from '#lib/retention/rules/lifecycle.ts';
import type { Day, Instant } from '#lib/time.ts';

export const ENTITY_STATES = ['active', 'marked', 'archived'] as const;
export type EntityState = (typeof ENTITY_STATES)[number];

/** What lists know of any entity. For a user or object of a marked account, cause, root and day are the account's, unless it has a mark of its own. */
export type EntityFacts = {
  id: string;
  account: string;
  name: string | null;
  attributes: Record<string, unknown>;
  archived: boolean;
  onHold: boolean;
  cause: MarkCause | null;
  root: string | null;
  markedOn: Day | null;
  lastInformationDay: Day;
  lastInformationAt: Instant;
  lastInformationType: string;
  createdAt: Instant;
  sortName: string;
};
export type AccountFacts = EntityFacts & { contractStatus: string; contractValue: number | null; parent: string | null };
/** A user (no collection) or an object. */
export type MemberFacts = EntityFacts & { member: string; collection: string | null; collectionId: string | null };

const instant = z
  .string()
  .describe('An instant in UTC.')
  .meta({ examples: ['2026-07-04T22:00:00.000Z'] });
const day = z
  .string()
  .describe('A UTC day.')
  .meta({ examples: ['2026-07-05'] });

const Named = { name: z.string().nullable(), attributes: z.record(z.string(), z.unknown()) };
const Standing = {
  state: z.enum(ENTITY_STATES),
  archived: z.boolean(),
  on_hold: z.boolean(),
  cause: z.enum(MARK_CAUSES).nullable(),
  root: z.string().nullable().describe('The account that took it along.'),
  marked_on: day.nullable(),
  purge_on: day.nullable(),
  inactive_days: z.number().int().nullable().describe('Null is N/A: the day of the last information is not over.'),
  last_information_at: instant,
  created_at: instant,
};

export const AccountAnswer = z.object({
  account: z.string().meta({ examples: ['acme'] }),
  ...Named,
  contract_status: z.string().meta({ examples: ['paying'] }),
  contract_value: z.number().nullable(),
  parent: z.string().nullable(),
  ...Standing,
});
export type AccountAnswer = z.infer<typeof AccountAnswer>;

export const UserAnswer = z.object({ account: z.string(), user: z.string(), ...Named, ...Standing });
export type UserAnswer = z.infer<typeof UserAnswer>;

export const ObjectAnswer = z.object({ collection: z.string(), account: z.string(), object: z.string(), ...Named, ...Standing });
export type ObjectAnswer = z.infer<typeof ObjectAnswer>;

/** An account as the interface and the screens say it; `today` is the calendar day of the workspace's clock. */
export function accountAnswer(facts: AccountFacts, today: Day): AccountAnswer {
  const { account, name, attributes, contractStatus, contractValue, parent } = facts;
  const named = { account, name, contract_status: contractStatus, contract_value: contractValue, parent, attributes };
  return { ...named, ...standingOf(facts, today) };
}

export function userAnswer(facts: MemberFacts, today: Day): UserAnswer {
  const { account, member, name, attributes } = facts;
  return { account, user: member, name, attributes, ...standingOf(facts, today) };
}

export function objectAnswer(facts: MemberFacts, today: Day): ObjectAnswer {
  const { account, member, name, attributes, collection } = facts;
  if (collection === null) throw new Error('an object without a collection');
  return { collection, account, object: member, name, attributes, ...standingOf(facts, today) };
}

function standingOf(facts: EntityFacts, today: Day) {
  const { archived, onHold, cause, root, markedOn, lastInformationDay, lastInformationAt, createdAt } = facts;
  return {
    state: stateOf(facts),
    archived,
    on_hold: onHold,
    cause,
    root: cause === 'parent' ? root : null,
    marked_on: markedOn,
    purge_on: markedOn && purgeDay(markedOn),
    inactive_days: inactiveDays(lastInformationDay, today),
    last_information_at: lastInformationAt,
    created_at: createdAt,
  };
}

function stateOf({ markedOn, archived }: EntityFacts): EntityState {
  if (markedOn !== null) return 'marked';
  return archived ? 'archived' : 'active';
}
