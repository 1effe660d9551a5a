import { expect, test } from 'vitest';
import { type Refusal, reasonsOf } from './received.ts';
import { sampleOf } from './sample.ts';

test('a sample has the names of fields and no value of anybody, but what kind of thing it was', () => {
  const sent = JSON.parse(
    '{"type":"track","event":"login","userId":"ann@acme.example","n":5,"b":true,"z":null,"__proto__":{"x":"secret"},"l":[{"a":"secret"},2]}',
  );
  const sample = JSON.stringify(sampleOf(sent));
  expect(JSON.parse(sample)).toEqual(
    JSON.parse(
      '{"type":"track","event":"login","userId":"text","n":"number","b":"true or false","z":null,"__proto__":{"x":"text"},"l":[{"a":"text"}]}',
    ),
  );
});

test('a sample is small and can be stored, whatever was sent', () => {
  const deep = JSON.parse(`${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`);
  expect(sampleOf(deep)).toEqual({ a: { a: { a: { a: 'object' } } } });
  const wide = Object.fromEntries(Array.from({ length: 5000 }, (_, i) => [`${i}${'x'.repeat(5000)}`, 'y'.repeat(5000)]));
  expect(JSON.stringify(sampleOf(wide)).length).toBeLessThan(5000);
  expect(sampleOf({ 'a\0\ud800': 1, type: '\0', event: 'x'.repeat(100) })).toEqual({
    'a\ufffd\ufffd': 'number',
    type: 'text',
    event: 'text',
  });
  expect([sampleOf(undefined), sampleOf(Symbol('line')), sampleOf('x'), sampleOf([])]).toEqual([null, null, 'text', []]);
});

test('reasons are counted by what they have in common, and the last of each is kept', () => {
  const refusal = (path: string, message: string, account?: unknown): Refusal => ({
    kind: 'refused',
    errors: [{ path, message }],
    sent: { n: 1 },
    account,
  });
  const reasons = reasonsOf([
    refusal('traits.a\0', 'Too long.', 'acme'),
    refusal('traits.b', 'Too long.', 'bolt'),
    refusal('traits.b', 'Too deep.', 'x'.repeat(256)),
    { ...refusal('traits.c', 'Too long.', 5), kind: 'unattributed' },
    { kind: 'refused', errors: [], sent: null },
  ]);
  expect(reasons.map(({ kind, field, path, times, account }) => [kind, field, path, times, account])).toEqual([
    ['refused', '', '', 1, null],
    ['refused', 'traits', 'traits.b', 1, null],
    ['refused', 'traits', 'traits.b', 2, 'bolt'],
    ['unattributed', 'traits', 'traits.c', 1, null],
  ]);
});
