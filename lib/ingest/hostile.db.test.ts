import fc from 'fast-check';
import { expect, test } from 'vitest';
import { testDatabase } from '#db/testing/test-database.ts';
import { toldWorkspace } from '#db/testing/told-workspace.ts';

testDatabase();
const here = toldWorkspace();

/** Text that has broken programs before: NUL, half surrogates, quotes of SQL and of arrays, names that every object inherits. */
const nasty = fc.oneof(
  fc.constantFrom(
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'NULL',
    '{}',
    '"',
    '\\',
    "'; --",
    '\0',
    'a\0b',
    '\ud800',
    '\udc00',
    '\ufeff',
    ' ',
  ),
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.string({ unit: fc.constantFrom('🦊', 'é', '"', '\\', '{', ',', '}'), maxLength: 300 }),
);
const value = fc.oneof(
  nasty,
  fc.jsonValue({ maxDepth: 10 }),
  fc.double(),
  fc.constantFrom(Number.POSITIVE_INFINITY, Number.NaN, -0, 5e-324, 1e308, 2 ** 53),
);
const field = fc.oneof({ weight: 4, arbitrary: nasty }, { weight: 1, arbitrary: value });
const when = fc.oneof(
  fc.date({ noInvalidDate: true }).map((d) => d.toISOString()),
  value,
);
const signal = fc.oneof(
  value,
  fc.record(
    {
      type: fc.constantFrom('account', 'user', 'object', 'usage', 'touchpoint', 'task'),
      account: field,
      user: field,
      users: fc.oneof(fc.array(field, { maxLength: 4 }), value),
      collection: fc.oneof(fc.constant('deals'), field),
      object: field,
      task: field,
      status: fc.oneof(fc.constantFrom('created', 'completed'), field),
      activity: field,
      module: field,
      title: field,
      subject: field,
      content: field,
      count: fc.oneof(fc.double({ min: 0, max: 1e12, noNaN: true }), value),
      timestamp: when,
      attributes: fc.oneof(
        fc.dictionary(fc.oneof(fc.constantFrom('name', 'parent', 'contract_status', 'contract_value'), nasty), value, { maxKeys: 5 }),
        value,
      ),
      ['__proto__']: fc.constant({ account: 'inherited' }),
    },
    { requiredKeys: ['type', 'account'] },
  ),
);

test('whatever is sent, each signal is taken or refused with a reason, and the call itself never fails', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(signal, { minLength: 1, maxLength: 60, size: 'max' }), async (signals) => {
      const { accepted, rejected } = await here.record(...signals);
      expect(accepted + rejected.length).toBe(signals.length);
      expect(rejected.every(({ errors }) => errors.length > 0 && errors.every(({ message }) => message.endsWith('.')))).toBe(true);
      expect(rejected.map(({ index }) => index)).toEqual([...new Set(rejected.map(({ index }) => index))].sort((a, b) => a - b));
    }),
    { numRuns: 60, seed: 1 },
  );
  const { accounts, users, objects, usage, touchpoints, tasks } = await here.stored();
  expect([accounts, users, objects, usage, touchpoints, tasks].map((rows) => rows.length > 0)).toEqual(Array(6).fill(true));
  expect(accounts.some((a) => a.account === 'inherited')).toBe(false);
});
