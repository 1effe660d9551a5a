import { describe, expect, test } from 'vitest';
import { MAX_ATTRIBUTES, MAX_LEVELS, MAX_VALUE_BYTES } from './attributes.ts';
import { MAX_COUNT, readSignal, UNREADABLE } from './signal.ts';

const account = (attributes: unknown) => ({ type: 'account', account: 'acme', attributes });
const usage = (fields: object) => ({ type: 'usage', account: 'acme', activity: 'login', ...fields });
/** The paths at which a signal is refused; empty where it is taken. */
const refusedAt = (sent: unknown) => {
  const read = readSignal(sent);
  return Array.isArray(read) ? read.map(({ path }) => path) : [];
};
const taken = (sent: unknown) => {
  const read = readSignal(sent);
  if (Array.isArray(read)) throw new Error(JSON.stringify(read));
  return read;
};
/** The attributes that the platform knows, as read; and the sender's own. */
const read = (attributes: unknown) => {
  const signal = taken(account(attributes));
  if (signal.type !== 'account') throw new Error('not an account');
  const { own, ...known } = signal.attributes;
  return { ...known, own: Object.fromEntries(own) };
};
const nested = (levels: number): unknown => (levels === 0 ? 1 : { in: nested(levels - 1) });
const LONG = 'é'.repeat(255);
const EMOJI = '🦊'.repeat(255);

describe('what is no signal is refused, whatever it is', () => {
  test.each([null, undefined, 5, 'account', [], [[]], true, UNREADABLE, () => 1])('%s', (sent) => expect(refusedAt(sent)).toEqual(['']));
  test.each([{}, { type: 'x' }, { type: null }, { type: '__proto__' }, { type: 'toString' }])('%j', (sent) =>
    expect(refusedAt(sent)).toEqual(['type']),
  );
});

describe('identifiers are texts of 1 to 255 characters', () => {
  test.each(['a', ' ', LONG, EMOJI, '__proto__', 'constructor', 'toString', '0', "'; drop table accounts; --", '\u200b', '‮acme'])(
    '%j',
    (id) => expect(taken({ type: 'user', account: id, user: id })).toMatchObject({ account: id, user: id }),
  );
  test.each(['', `${LONG}x`, `${EMOJI}x`, 5, true, null, undefined, {}, ['a'], 'a\0', '\ud800', '\udc00x'])('%j is refused', (id) => {
    expect(refusedAt({ type: 'user', account: id, user: 'u' })).toEqual(['account']);
    expect(refusedAt({ type: 'object', account: 'a', collection: id, object: id })).toEqual(['collection', 'object']);
    expect(refusedAt({ type: 'task', account: 'a', task: id, status: 'created' })).toEqual(['task']);
  });
});

describe('fields not known are ignored', () => {
  test('as are those that every object inherits', () => {
    const sent: unknown = JSON.parse(
      '{"type":"account","account":"acme","__proto__":{"account":"other"},"constructor":1,"toString":"\\u0000","user":5}',
    );
    expect(taken(sent)).toEqual({ type: 'account', account: 'acme', attributes: { own: new Map() } });
  });
});

describe('attributes', () => {
  test.each([undefined, null, {}])('%j: none sent counts too', (none) => expect(read(none)).toEqual({ own: {} }));
  test.each([[[]], ['x'], [5], [true]])('%j is no object of attributes', (sent) =>
    expect(refusedAt(account(sent))).toEqual(['attributes']),
  );
  test('any name is plain data, a value is kept as it is, and null takes one away', () => {
    const sent: unknown = JSON.parse('{"__proto__":{"a":null},"constructor":[1,"é"],"toString":false,"":0,"plan":null,"a.b":"x"}');
    const signal = taken(account(sent));
    if (signal.type !== 'account') throw new Error('not an account');
    expect([...signal.attributes.own]).toEqual([
      ['__proto__', '{"a":null}'],
      ['constructor', '[1,"é"]'],
      ['toString', 'false'],
      ['', '0'],
      ['plan', null],
      ['a.b', '"x"'],
    ]);
  });

  const many = (n: number) => Object.fromEntries(Array.from({ length: n }, (_, i) => [`a${i}`, i]));
  const big = (bytes: number) => 'x'.repeat(bytes);
  test.each([
    ['500 of them', many(MAX_ATTRIBUTES), true],
    ['501', many(MAX_ATTRIBUTES + 1), false],
    ['a name of 255 characters', { [EMOJI]: 1 }, true],
    ['of 256', { [`${EMOJI}x`]: 1 }, false],
    ['text of 32 KiB', { a: big(MAX_VALUE_BYTES) }, true],
    ['a byte more', { a: big(MAX_VALUE_BYTES + 1) }, false],
    ['text of 32 KiB in two-byte characters', { a: 'é'.repeat(MAX_VALUE_BYTES / 2) }, true],
    ['one more', { a: 'é'.repeat(MAX_VALUE_BYTES / 2 + 1) }, false],
    ['a list of 32 KiB as JSON', { a: [big(MAX_VALUE_BYTES - 4)] }, true],
    ['a byte more of it', { a: [big(MAX_VALUE_BYTES - 3)] }, false],
    ['a name too big', { name: big(MAX_VALUE_BYTES + 1) }, false],
    ['8 levels', { a: nested(MAX_LEVELS) }, true],
    ['9 levels', { a: nested(MAX_LEVELS + 1) }, false],
    ['a million levels', { a: JSON.parse('['.repeat(1e6) + ']'.repeat(1e6)) }, false],
    ['NUL within', { a: [{ b: 'x\0' }] }, false],
    ['NUL in a name', { 'a\0': 1 }, false],
    ['NUL in a name within', { a: { 'b\0': 1 } }, false],
    ['half a surrogate pair within', { a: [['\udfff']] }, false],
    ['half a surrogate pair in a name', { '\ud83e': 1 }, false],
    ['a number beyond all numbers', JSON.parse('{"a":1e999}'), false],
    ['one within', JSON.parse('{"a":[-1e999]}'), false],
    ['the largest number', { a: Number.MAX_VALUE }, true],
    ['no number', { a: Number.NaN }, false],
    ['what JSON cannot say', { a: 5n }, false],
  ])('%s: taken %#', (_, attributes, ok) => expect(refusedAt(account(attributes)).length === 0).toBe(ok));

  test('each fault is named', () =>
    expect(refusedAt(account({ name: 5, contract_status: 5, contract_value: 'x', parent: 5, fine: 1, deep: nested(9) }))).toEqual([
      'attributes.name',
      'attributes.contract_status',
      'attributes.contract_value',
      'attributes.parent',
      'attributes.deep',
    ]));
});

describe('known attributes', () => {
  test.each([
    [{ name: 'Acme' }, { name: 'Acme' }],
    [{ name: null }, { name: null }],
    [{ name: ' ' }, { name: null }],
    [{ contract_status: ' Paying ' }, { contractStatus: 'paying' }],
    [{ contract_status: 'Très  Spécial' }, { contractStatus: 'très  spécial' }],
    [{ contract_status: null }, { contractStatus: 'unknown' }],
    [{ contract_status: '  ' }, { contractStatus: 'unknown' }],
    [{ contract_value: 0 }, { contractValue: 0 }],
    [{ contract_value: -1.5 }, { contractValue: -1.5 }],
    [{ contract_value: ' 1200.50 ' }, { contractValue: 1200.5 }],
    [{ contract_value: '1e3' }, { contractValue: 1000 }],
    [{ contract_value: null }, { contractValue: null }],
    [{ parent: 'group' }, { parent: 'group' }],
    [{ parent: null }, { parent: null }],
  ])('%j', (sent, known) => expect(read(sent)).toEqual({ ...known, own: {} }));

  test.each([
    { name: true },
    { name: 'a\0' },
    { contract_status: ['free'] },
    { contract_status: '\ud800' },
    { contract_value: '' },
    { contract_value: '1,200' },
    { contract_value: '0x10' },
    { contract_value: '1e999' },
    { contract_value: 'Infinity' },
    { contract_value: Number.POSITIVE_INFINITY },
    { contract_value: true },
    { parent: '' },
    { parent: 7 },
    { parent: `${LONG}x` },
    { parent: 'a\0' },
  ])('%j is refused', (sent) => expect(refusedAt(account(sent))).toEqual([`attributes.${Object.keys(sent)[0]}`]));

  test('users and objects have only a name', () => {
    const attributes = { name: 'Ann', contract_status: 7, parent: 7 };
    for (const signal of [
      taken({ type: 'user', account: 'a', user: 'u', attributes }),
      taken({ type: 'object', account: 'a', collection: 'c', object: 'o', attributes }),
    ]) {
      expect(signal).toMatchObject({
        attributes: {
          name: 'Ann',
          own: new Map([
            ['contract_status', '7'],
            ['parent', '7'],
          ]),
        },
      });
    }
  });
});

describe('usage, touchpoints and tasks', () => {
  test('what may be left out', () => {
    expect(taken({ type: 'usage', user: 'u', activity: 'login' })).toEqual({
      type: 'usage',
      user: 'u',
      activity: 'login',
      module: '',
      count: 1,
    });
    expect(taken(usage({ user: null, module: null, timestamp: null }))).toMatchObject({ user: null, module: '' });
    expect(taken({ type: 'touchpoint', account: 'a' })).toMatchObject({ users: [], subject: null, content: null });
    expect(taken({ type: 'task', account: 'a', task: 't', status: 'created' })).toMatchObject({ title: null });
  });
  test.each([0, 0.5, 1, MAX_COUNT])('a count of %d', (count) => expect(taken(usage({ count }))).toMatchObject({ count }));
  test.each([-1, -0.1, MAX_COUNT + 1, '5', null, Number.NaN, Number.POSITIVE_INFINITY])('a count of %s is refused', (count) =>
    expect(refusedAt(usage({ count }))).toEqual(['count']),
  );
  test.each([
    [usage({ activity: '' }), 'activity'],
    [usage({ activity: undefined }), 'activity'],
    [usage({ module: `${LONG}x` }), 'module'],
    [usage({ module: 5 }), 'module'],
    [usage({ timestamp: 'yesterday' }), 'timestamp'],
    [usage({ timestamp: 1751320800000 }), 'timestamp'],
    [usage({ timestamp: '2026-02-30T00:00:00Z' }), 'timestamp'],
    [{ type: 'touchpoint', account: 'a', users: 'ann' }, 'users'],
    [{ type: 'touchpoint', account: 'a', users: ['ann', ''] }, 'users[1]'],
    [{ type: 'touchpoint', account: 'a', subject: 5 }, 'subject'],
    [{ type: 'touchpoint', account: 'a', content: 'x\0' }, 'content'],
    [{ type: 'task', account: 'a', task: 't', status: 'open' }, 'status'],
    [{ type: 'task', account: 'a', task: 't', status: 'created', title: {} }, 'title'],
  ])('%j is refused at %s', (sent, path) => expect(refusedAt(sent)).toEqual([path]));
  test('a user named twice is one', () =>
    expect(taken({ type: 'touchpoint', account: 'a', users: ['ann', 'bob', 'ann'] })).toMatchObject({ users: ['ann', 'bob'] }));
});
