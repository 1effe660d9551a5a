import { expect, test } from 'vitest';
import { AppError } from '#lib/errors.ts';
import { readSignals } from './read-signals.ts';
import { UNREADABLE } from './rules/signal.ts';

const SIGNAL = { type: 'account', account: 'acme' };

test.each([null, '', 'application/json', 'application/json; charset=utf-8', 'text/plain', 'application/x-www-form-urlencoded'])(
  'a body of type %s is read as JSON',
  (type) => expect(readSignals(JSON.stringify({ signals: [SIGNAL, 5] }), type)).toEqual([SIGNAL, 5]),
);

test.each(['application/x-ndjson', 'Application/X-NDJSON; charset=utf-8', ' application/ndjson', 'application/jsonl'])(
  'a body of type %s is read line by line',
  (type) => expect(readSignals(`${JSON.stringify(SIGNAL)}\r\n\n  \n5\n`, type)).toEqual([SIGNAL, 5]),
);

test('a line that is not JSON keeps its place, to be refused there', () => {
  const body = [JSON.stringify(SIGNAL), '{"type":', 'null', '\0', JSON.stringify(SIGNAL)].join('\n');
  expect(readSignals(body, 'application/x-ndjson')).toEqual([SIGNAL, UNREADABLE, null, UNREADABLE, SIGNAL]);
});

test('of too many lines no more are read than it takes to refuse them', () => {
  expect(readSignals('1\n'.repeat(5000), 'application/x-ndjson')).toHaveLength(5000);
  expect(readSignals('1\n'.repeat(100_000), 'application/x-ndjson')).toHaveLength(5001);
});

test.each(['', '{', '{"signals":[}', '{"signals":[NaN]}', 'signals'])('a body that is not JSON is malformed: %j', (body) =>
  expect(code(() => readSignals(body, 'application/json'))).toBe('malformed'),
);

test.each(['null', '[]', '5', '"x"', '{}', '{"signals":null}', '{"signals":{"length":1}}', '{"__proto__":{"signals":[1]}}'])(
  'a body without a list of signals is refused: %j',
  (body) => expect(code(() => readSignals(body, null))).toBe('invalid'),
);

function code(read: () => unknown): string | null {
  try {
    read();
    return null;
  } catch (error) {
    return error instanceof AppError ? error.code : 'crashed';
  }
}
