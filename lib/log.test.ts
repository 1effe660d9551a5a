import { expect, it } from 'vitest';
import { jsonLine, plainLine } from './log.ts';

it('writes one JSON value a line, with the fields beside the message', () => {
  const line = jsonLine('warn', 'run waits', { workspace: 'acme', marks: 12n, text: 'a\nb' });
  expect(line).not.toContain('\n');
  expect(JSON.parse(line)).toMatchObject({ level: 'warn', message: 'run waits', workspace: 'acme', marks: '12', text: 'a\nb' });
});

it('keeps what an error says, its cause too', () => {
  const error = new Error('no answer', { cause: new Error('refused') });
  const { error: written } = JSON.parse(jsonLine('error', 'webhook failed', { error }));
  expect(written).toMatchObject({ message: 'no answer', cause: { message: 'refused' } });
  expect(written.stack).toContain('log.test');
});

it('is readable on a terminal', () => {
  expect(plainLine('info', 'run finished', { day: '2026-07-04', marked: { accounts: 3 } })).toBe(
    '· run finished day=2026-07-04 marked={"accounts":3}',
  );
});
