import { createHash } from 'node:crypto';
import type { FieldError } from '#lib/rules/read-by-schema.ts';
import type { ClientNames } from './client-attributes.ts';
import { type ClientEvent, tellEvent } from './client-event.ts';
import { fieldsOf, identifierIn } from './client-fields.ts';
import { type TaskCall, type TouchpointCall, tellTask, tellTouchpoint } from './rest-call.ts';
import { readClientSignal, type Signal } from './signal.ts';
import type { Told } from './told.ts';
import { type TrackerHit, tellHit } from './tracker-hit.ts';

/** One thing that a client of others sent, in the shape in which it did. */
export type ClientReceived = ClientEvent | TrackerHit | TouchpointCall | TaskCall;
/** What it tells, read; `message` is a hash of the sender's own identifier of it, where it has one. */
export type ClientTold = { message: string | null; signals: Signal[]; redated: boolean };

/** Reads what a client sent; what is wrong with it, with the client's own paths, where it is refused. */
export function readClientReceived(received: ClientReceived, names: ClientNames): ClientTold | FieldError[] {
  const told = tell(received, names);
  if ('path' in told) return [told];
  const signals: Signal[] = [];
  for (const made of told.signals) {
    const signal = readClientSignal(made);
    if (Array.isArray(signal)) return clientErrors(received, signal);
    signals.push(signal);
  }
  return { message: told.message === undefined ? null : messageHash(told.message), signals, redated: told.redated };
}

/** Errors of signals, by the paths of what the client sent. */
export function clientErrors({ shape }: ClientReceived, errors: readonly FieldError[]): FieldError[] {
  return errors.map(({ path, message }) => {
    const [first = ''] = /^\w*/.exec(path) ?? [];
    return { path: `${PATHS[shape][first] ?? first}${path.slice(first.length)}`.replace(/^\./, ''), message };
  });
}

/** The account that it names, for a sample. */
export function accountNamed({ shape, sent }: ClientReceived): unknown {
  const fields = fieldsOf(sent) ?? {};
  if (shape === 'hit') return fields.sdr_o;
  if (shape === 'event') return identifierIn(fieldsOf(fields.context)?.groupId) ?? identifierIn(fields.groupId);
  return identifierIn(fields.account_id);
}

function tell(received: ClientReceived, names: ClientNames): Told | FieldError {
  switch (received.shape) {
    case 'event':
      return tellEvent(received, names);
    case 'hit':
      return tellHit(received, names);
    case 'touchpoint':
      return tellTouchpoint(received);
    case 'task':
      return tellTask(received);
  }
}

const CALL = { account: 'account_id', user: 'user_id', users: 'user_id', task: 'id', details: '' };

/** What a client calls the fields of a signal. */
const PATHS: Record<ClientReceived['shape'], Record<string, string>> = {
  event: { account: 'groupId', user: 'userId', activity: 'event', module: 'properties.module', attributes: 'traits' },
  hit: { account: 'sdr_o', user: 'sdr_u', activity: 'sdr_a', module: 'sdr_m' },
  touchpoint: CALL,
  task: CALL,
};

/** 128 bits of SHA-256, written as a uuid: message identifiers are of any length, and may hold what no text column keeps. */
function messageHash(message: string): string {
  const hash = createHash('sha256').update(message).digest('hex');
  return [hash.slice(0, 8), hash.slice(8, 12), hash.slice(12, 16), hash.slice(16, 20), hash.slice(20, 32)].join('-');
}
