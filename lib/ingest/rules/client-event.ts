import type { FieldError } from '#lib/rules/read-by-schema.ts';
import { accountAttributes, type ClientNames, userAttributes } from './client-attributes.ts';
import { type Fields, fieldsOf, identifierIn, labelIn, timestampIn } from './client-fields.ts';
import type { Told } from './told.ts';

/** One event as Segment's clients, and those that speak like them, send it. Its kind is the path's, or in a batch its own. */
export type ClientEvent = { shape: 'event'; kind: string | null; sent: unknown; tooLarge: boolean };

/** The largest event of a batch, as JSON. */
export const MAX_EVENT_BYTES = 512 * 1024;

/** What an event tells: `group` of an account, `identify` of a user, `track`, `page` and `screen` of usage. Why it tells nothing, where it
 *  cannot be used. */
export function tellEvent({ kind, sent, tooLarge }: ClientEvent, names: ClientNames): Told | FieldError {
  const event = fieldsOf(sent);
  if (event === null) return { path: '', message: 'Send an object.' };
  if (tooLarge) return { path: '', message: `Send events of at most ${MAX_EVENT_BYTES / 1024} KiB.` };
  const tell = TELLS.get(kind ?? event.type);
  if (tell === undefined) return { path: 'type', message: `Send one of ${[...TELLS.keys()].join(', ')}.` };
  const at = timestampIn(event.timestamp ?? event.originalTimestamp);
  const signals = tell(event, { user: identifierIn(event.userId), ...(at && { timestamp: at }) }, names);
  return Array.isArray(signals)
    ? { message: labelIn(event.messageId), signals, redated: at === null && tell !== tellIdentify && tell !== tellGroup }
    : signals;
}

type Shared = { user: unknown; timestamp?: string };
type Tell = (event: Fields, shared: Shared, names: ClientNames) => object[] | FieldError;

const TELLS: ReadonlyMap<unknown, Tell> = new Map<unknown, Tell>([
  ['identify', tellIdentify],
  ['group', tellGroup],
  ['track', (event, shared) => tellUsage(event, shared, identifierIn(event.event))],
  ['page', (event, shared) => tellUsage(event, shared, nameOf(event) ?? 'page')],
  ['screen', (event, shared) => tellUsage(event, shared, nameOf(event) ?? 'screen')],
  ['alias', () => ({ path: 'type', message: 'An alias tells nothing here: users are told apart by their userId alone.' })],
]);

function tellIdentify(event: Fields, shared: Shared): object[] | FieldError {
  if (shared.user === undefined) return { path: 'userId', message: 'Send the userId of whom this is about.' };
  return [{ type: 'user', account: accountOf(event), ...shared, attributes: userAttributes(event.traits) }];
}

/** The group's user, where one is named, is seen with it. */
function tellGroup(event: Fields, { user, timestamp }: Shared, names: ClientNames): object[] | FieldError {
  const account = identifierIn(event.groupId) ?? identifierIn(contextOf(event).groupId);
  if (account === undefined) return { path: 'groupId', message: 'Send the groupId of the account that this is about.' };
  const signals: object[] = [{ type: 'account', account, timestamp, attributes: accountAttributes(event.traits, names) }];
  return user === undefined ? signals : [...signals, { type: 'user', account, user, timestamp }];
}

function tellUsage(event: Fields, shared: Shared, activity: unknown): object[] | FieldError {
  if (activity === undefined) return { path: 'event', message: 'Send the event, the name of what was done.' };
  const properties = fieldsOf(event.properties) ?? {};
  const module = labelIn(properties.module) ?? labelIn(event.category) ?? labelIn(properties.category);
  return [{ type: 'usage', account: accountOf(event), ...shared, module, activity }];
}

/** Jitsu writes the name of a page among its properties. */
function nameOf(event: Fields): unknown {
  return identifierIn(event.name) ?? labelIn(fieldsOf(event.properties)?.name);
}

/** The account that an event names; the one that its user was last seen with is found where this is none. */
function accountOf(event: Fields): unknown {
  return identifierIn(contextOf(event).groupId) ?? identifierIn(event.groupId);
}

const contextOf = (event: Fields): Fields => fieldsOf(event.context) ?? {};
