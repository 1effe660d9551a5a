import { expect, test } from 'vitest';
import { z } from 'zod';
import type { Schema } from './api-reference.ts';
import { schemaWords, variantsOf } from './schema-words.ts';

const schemaOf = (schema: z.ZodType) => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema;

test.each([
  [z.string(), 'text'],
  [z.string().nullable(), 'text or null'],
  [z.int(), 'whole number'],
  [z.int().min(1).max(3650).nullable(), 'whole number from 1 to 3,650 or null'],
  [z.coerce.number().int().min(1).max(1000).default(100), 'whole number from 1 to 1,000, else 100'],
  [z.number().min(0).max(1e12), 'number from 0 to 1,000,000,000,000'],
  [z.enum(['open', 'closed']), 'one of open, closed'],
  [z.literal('account'), '"account"'],
  [z.array(z.string()), 'list of texts'],
  [z.array(z.object({ a: z.string() })), 'list of objects'],
  [z.record(z.string(), z.unknown()), 'object'],
  [z.record(z.string(), z.int()), 'by name: whole number'],
  [z.record(z.string(), z.int()).and(z.custom<object>(() => true)), 'by name: whole number'],
  [z.unknown(), 'anything'],
])('%# is said as %s', (schema, words) => {
  expect(schemaWords(schemaOf(schema))).toBe(words);
});

test('fields are found within lists and names, and kinds are told apart', () => {
  const kinds = z.discriminatedUnion('type', [z.object({ type: z.literal('a'), x: z.string() }), z.object({ type: z.literal('b') })]);
  expect(variantsOf(schemaOf(z.array(kinds))).map(({ name }) => name)).toEqual(['type: a', 'type: b']);
  expect(
    variantsOf(schemaOf(z.record(z.string(), z.object({ x: z.int() })))).map(({ schema }) => Object.keys(schema.properties ?? {})),
  ).toEqual([['x']]);
  expect(variantsOf(schemaOf(z.string().nullable()))).toEqual([]);
});
