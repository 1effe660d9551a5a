import { type ClientEvent, MAX_EVENT_BYTES } from './client-event.ts';
import { type Fields, fieldsOf } from './client-fields.ts';
import type { IngestSource } from './received.ts';

/** What the last part of a path takes; browsers name it by its first letter. */
export const KINDS = ['batch', 'identify', 'group', 'track', 'page', 'screen', 'alias'];
export const KINDS_OF_SERVERS = ['identify', 'group', 'track', 'page'];

/** The kind of event that a path takes, or `batch`; null where there is no such path. A slash at its end says nothing. */
export function kindOfPath(pathname: string, language: 'segment' | 'jitsu'): string | null {
  const last = pathname.replace(/\/+$/, '').split('/').at(-1) ?? '';
  if (language === 'jitsu') return KINDS_OF_SERVERS.includes(last) ? last : null;
  return KINDS.find((kind) => kind === last || kind[0] === last) ?? null;
}

/** The events of a body of `bodyBytes`; null where its batch is no list. */
export function eventsIn(body: Fields, kind: string, bodyBytes: number): ClientEvent[] | null {
  const sent = kind === 'batch' ? body.batch : [body];
  if (!Array.isArray(sent)) return null;
  const mayBeTooLarge = bodyBytes > MAX_EVENT_BYTES;
  const own = kind === 'batch' ? null : kind;
  return sent.map((event: unknown) => ({ shape: 'event', kind: own, sent: event, tooLarge: mayBeTooLarge && isTooLarge(event) }));
}

/** By what the sender's library calls itself in its first event. RudderStack's for Node has kept the name that Segment's bore once; those of
 *  Segment for browsers, old and new, share theirs. */
export function sourceOf(body: Fields, language: 'segment' | 'jitsu'): IngestSource {
  if (language === 'jitsu') return 'jitsu';
  const first = Array.isArray(body.batch) ? fieldsOf(body.batch[0]) : body;
  const name = fieldsOf(fieldsOf(first?.context)?.library)?.name;
  if (/rudder/i.test(String(name)) || (name === 'analytics-node' && first?.channel !== undefined)) return 'rudderstack';
  return name === 'analytics.js' ? 'segment_browser' : 'segment';
}

/** Something nested too deep to be written is too large, too. */
function isTooLarge(event: unknown): boolean {
  try {
    return Buffer.byteLength(JSON.stringify(event)) > MAX_EVENT_BYTES;
  } catch {
    return true;
  }
}
