import { z } from 'zod';
import { PlainText } from '#lib/rules/plain-text.ts';
import { type FieldError, readBySchema } from '#lib/rules/read-by-schema.ts';
import { InstantSchema } from '#lib/time.ts';
import { type Attributes, type Carrier, readAttributes } from './attributes.ts';
import { Identifier, OptionalName } from './text.ts';

export const MAX_SIGNALS = 5000;
export const MAX_COUNT = 1e12;
const MAX_USERS = 1000;

const attributes = (of: Carrier) =>
  z
    .unknown()
    .optional()
    .transform((sent, context): Attributes => {
      const read = readAttributes(sent, of);
      if (!Array.isArray(read)) return read;
      for (const { name, message } of read) context.addIssue({ code: 'custom', path: name === null ? [] : [name], message });
      return z.NEVER;
    })
    .meta({ type: 'object', description: 'Attributes by name; null takes one away.' });

const COUNT = 'Send a number from 0 to 10^12.';
const timestamp = z.string('Send an instant with its offset, like 2026-07-04T22:00:00Z.').pipe(InstantSchema).nullish();
const text = PlainText.nullish().transform((said) => said ?? null);

const AccountSignal = z.object({ type: z.literal('account'), timestamp, account: Identifier, attributes: attributes('account') });
const UserSignal = z.object({
  type: z.literal('user'),
  timestamp,
  account: Identifier,
  user: Identifier,
  attributes: attributes('member'),
});
const ObjectSignal = z.object({
  type: z.literal('object'),
  timestamp,
  account: Identifier,
  collection: Identifier,
  object: Identifier,
  attributes: attributes('member'),
});
const UsageSignal = z.object({
  type: z.literal('usage'),
  timestamp,
  account: Identifier.nullish(),
  user: Identifier.nullish(),
  module: OptionalName,
  activity: Identifier,
  count: z.number(COUNT).min(0, COUNT).max(MAX_COUNT, COUNT).default(1),
});
const TouchpointSignal = z.object({
  type: z.literal('touchpoint'),
  timestamp,
  account: Identifier,
  users: z
    .array(Identifier, 'Send a list of users.')
    .max(MAX_USERS, `Send at most ${MAX_USERS} users a touchpoint.`)
    .nullish()
    .transform((users) => [...new Set(users)]),
  subject: text,
  content: text,
});
const TaskSignal = z.object({
  type: z.literal('task'),
  timestamp,
  account: Identifier,
  task: Identifier,
  status: z.enum(['created', 'completed'], 'Send created or completed.'),
  title: text,
});

/** What can be told, by `type`. Fields that are not known are ignored. */
export const SignalSchema = z.discriminatedUnion(
  'type',
  [AccountSignal, UserSignal, ObjectSignal, UsageSignal, TouchpointSignal, TaskSignal],
  { error: (issue) => (issue.code === 'invalid_union' ? `Send one of ${TYPES}.` : `Send an object with a type: one of ${TYPES}.`) },
);

/** What the clients of others tell besides: a user whose account it does not name, fields of its own on touchpoints and tasks. */
const ClientSignalSchema = z.discriminatedUnion('type', [
  AccountSignal,
  UserSignal.extend({ account: Identifier.nullish() }),
  UsageSignal,
  TouchpointSignal.extend({ details: attributes('activity') }),
  TaskSignal.extend({ details: attributes('activity') }),
]);

const TYPES = 'account, user, object, usage, touchpoint, task';

export type Signal = z.output<typeof SignalSchema> | z.output<typeof ClientSignalSchema>;
/** A signal that could be read, and the place in the request of what told it. */
export type Numbered = { index: number; signal: Signal };

/** Stands in a list of signals for a line that could not be read at all. */
export const UNREADABLE = Symbol('unreadable');

/** Reads one signal as sent; what is wrong with it, with paths inside the signal, where it is refused. */
export function readSignal(sent: unknown): Signal | FieldError[] {
  return sent === UNREADABLE ? [{ path: '', message: 'This line is not JSON.' }] : read(SignalSchema, sent);
}

/** As `readSignal`, for one that was made of what a client of others sent. */
export function readClientSignal(made: unknown): Signal | FieldError[] {
  return read(ClientSignalSchema, made);
}

function read(schema: z.ZodType<Signal>, sent: unknown): Signal | FieldError[] {
  const { data, faults } = readBySchema(schema, sent);
  return faults ?? data;
}
