import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { readBySchema } from './read-by-schema.ts';

const said = (schema: z.ZodType, input: unknown) => readBySchema(schema, input).faults;
const saidOf = (schema: z.ZodType, input: unknown) => said(schema, input)?.map(({ message }) => message);

test('what fits is read', () => {
  expect(readBySchema(z.object({ a: z.int().default(3) }), {})).toEqual({ data: { a: 3 }, faults: null });
});

test('what does not is said at its path', () => {
  const schema = z.object({ signals: z.array(z.object({ account: z.string() })) });
  expect(said(schema, { signals: [{ account: 'a' }, { account: 3 }, {}] })).toEqual([
    { path: 'signals[1].account', message: 'Send text, not a number.' },
    { path: 'signals[2].account', message: 'This is missing: send text.' },
  ]);
});

describe('the words say what to send', () => {
  test.each<[z.ZodType, unknown, string]>([
    [z.object({}), null, 'Send an object, not null.'],
    [z.object({}), [], 'Send an object, not a list.'],
    [z.record(z.string(), z.string()), 'x', 'Send an object, not text.'],
    [z.array(z.string()), {}, 'Send a list, not an object.'],
    [z.boolean(), 0, 'Send true or false, not a number.'],
    [z.string(), true, 'Send text, not true or false.'],
    [z.number(), Number.POSITIVE_INFINITY, 'Send a number that is finite.'],
    [z.int(), 1.5, 'Send a whole number, not a number.'],
    [z.unknown().nonoptional(), undefined, 'This is missing: send a value.'],
    [z.enum(['a', 'b']), 'c', 'Send "a" or "b".'],
    [z.literal(1), 2, 'Send 1.'],
    [z.strictObject({}), { colour: 1, constructor: 2 }, 'Leave out "colour", "constructor": there is nothing of that name.'],
    [z.string().min(2), 'x', 'Send text of at least 2 characters.'],
    [z.array(z.string()).max(1), ['a', 'b'], 'Send a list of at most 1.'],
    [z.number().min(1), 0, 'Send a number of at least 1.'],
    [z.union([z.string(), z.boolean()]), 3, 'Send it in a form that /docs shows.'],
    [z.string('A word of its own.'), 3, 'A word of its own.'],
  ])('%#', (schema, input, words) => {
    expect(saidOf(schema, input)).toEqual([words]);
  });
});
