import { AppError } from '#lib/errors.ts';
import { MAX_SIGNALS, UNREADABLE } from './rules/signal.ts';

/** Media types that carry one signal a line; everything else is read as JSON. */
const LINES = /^application\/(x-ndjson|ndjson|jsonl|x-jsonlines)\b/i;

/** The signals of a request's body, for `recordSignals`: `{ "signals": [ … ] }`, or one a line. A line that is not JSON becomes a signal that
 *  is refused for it; blank lines are none. AppError `malformed` for a body that is not JSON, `invalid` for one without a list of signals. */
export function readSignals(body: string, contentType: string | null): unknown[] {
  return LINES.test(contentType?.trim() ?? '') ? readLines(body) : readList(body);
}

function readList(body: string): unknown[] {
  const sent = parse(body);
  if (sent === UNREADABLE) throw new AppError('malformed', 'The body is not JSON.');
  const signals = typeof sent === 'object' && sent !== null && 'signals' in sent ? sent.signals : undefined;
  if (Array.isArray(signals)) return signals;
  const message = `Send a list of 1 to ${MAX_SIGNALS} signals.`;
  throw new AppError('invalid', 'The input was refused and nothing was changed. See errors.', { fields: [{ path: 'signals', message }] });
}

/** One more than may be sent is enough to refuse them all. */
function readLines(body: string): unknown[] {
  const signals: unknown[] = [];
  for (let start = 0; start < body.length && signals.length <= MAX_SIGNALS; ) {
    const end = body.indexOf('\n', start);
    const line = body.slice(start, end === -1 ? body.length : end);
    if (line.trim() !== '') signals.push(parse(line));
    start = end === -1 ? body.length : end + 1;
  }
  return signals;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return UNREADABLE;
  }
}
