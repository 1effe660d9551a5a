import { describe, expect, test } from 'vitest';
import { DEFAULT_STATUS_NAMES, DEFAULT_VALUE_NAMES } from './client-attributes.ts';
import { type ClientReceived, readClientReceived } from './client-received.ts';

const NAMES = { statusNames: DEFAULT_STATUS_NAMES, valueNames: DEFAULT_VALUE_NAMES };

/** What is told, without what every signal of its type has. */
function told(received: ClientReceived): unknown {
  const read = readClientReceived(received, NAMES);
  if (Array.isArray(read)) return read.map(({ path }) => `refused: ${path}`);
  return read.signals.map((signal) => {
    const { type, timestamp: _, ...fields } = signal;
    return [type, JSON.parse(JSON.stringify(fields, (_name, value) => (value instanceof Map ? Object.fromEntries(value) : value)))];
  });
}

const event = (sent: unknown, kind: string | null = null) => told({ shape: 'event', kind, sent, tooLarge: false });
const usage = (fields: object) => [['usage', { module: '', count: 1, ...fields }]];

describe('events', () => {
  test('group is an account’s attributes, and says whose user it is', () => {
    expect(event({ type: 'group', groupId: 'acme', traits: { plan: 'pro' } })).toEqual([
      ['account', { account: 'acme', attributes: { own: { plan: '"pro"' } } }],
    ]);
    expect(event({ type: 'group', userId: 'ann', groupId: 'acme', context: { groupId: 'other' } })).toEqual([
      ['account', { account: 'acme', attributes: { own: {} } }],
      ['user', { account: 'acme', user: 'ann', attributes: { own: {} } }],
    ]);
  });

  test('identify is a user’s, of the account that it names or of none', () => {
    const attributes = { name: 'Ann', own: { age: '40' } };
    expect(event({ type: 'identify', userId: 'ann', traits: { name: 'Ann', age: 40 } })).toEqual([['user', { user: 'ann', attributes }]]);
    expect(event({ userId: 'ann', groupId: 'b', context: { groupId: 'acme' }, traits: { name: 'Ann', age: 40 } }, 'identify')).toEqual([
      ['user', { account: 'acme', user: 'ann', attributes }],
    ]);
  });

  test.each<[string, object, object]>([
    ['track', { type: 'track', userId: 'ann', event: 'login' }, { user: 'ann', activity: 'login' }],
    ['without a user', { type: 'track', groupId: 'acme', event: 'login' }, { account: 'acme', activity: 'login' }],
    [
      'a module',
      { type: 'track', userId: 'a', event: 'e', properties: { module: 'crm', category: 'x' } },
      { user: 'a', activity: 'e', module: 'crm' },
    ],
    ['a category', { type: 'track', userId: 'a', event: 'e', properties: { category: 'x' } }, { user: 'a', activity: 'e', module: 'x' }],
    ['a module that is no name', { type: 'track', userId: 'a', event: 'e', properties: { module: {} } }, { user: 'a', activity: 'e' }],
    ['a page', { type: 'page', userId: 'a', name: 'Home', category: 'Docs' }, { user: 'a', activity: 'Home', module: 'Docs' }],
    ['a page as Jitsu names it', { type: 'page', userId: 'a', name: null, properties: { name: 'Home' } }, { user: 'a', activity: 'Home' }],
    ['a page without a name', { type: 'page', userId: 'a', name: null, properties: [] }, { user: 'a', activity: 'page' }],
    ['a screen', { type: 'screen', userId: 'a', name: 'Home' }, { user: 'a', activity: 'Home' }],
    ['a screen without a name', { type: 'screen', userId: 'a' }, { user: 'a', activity: 'screen' }],
    ['numbers as identifiers', { type: 'track', userId: 7, groupId: 0, event: 3.5 }, { account: '0', user: '7', activity: '3.5' }],
    [
      'nothing as identifiers',
      { type: 'track', userId: 'a', groupId: '', context: { groupId: null }, event: 'e' },
      { user: 'a', activity: 'e' },
    ],
    [
      'prototype names',
      JSON.parse('{"type":"track","userId":"constructor","event":"__proto__","__proto__":{"groupId":"x"}}'),
      { user: 'constructor', activity: '__proto__' },
    ],
  ])('%s is usage', (_, sent, expected) => {
    expect(event(sent)).toEqual(usage(expected));
  });

  test('the kind that a path names counts, whatever the event calls itself', () => {
    expect(event({ type: 'identify', userId: 'a', event: 'e' }, 'track')).toEqual(usage({ user: 'a', activity: 'e' }));
  });

  test.each<[string, unknown, string]>([
    ['null', null, ''],
    ['a list', [], ''],
    ['text', 'track', ''],
    ['no type', { userId: 'a', event: 'e' }, 'type'],
    ['a type that nobody knows', { type: 'constructor', userId: 'a' }, 'type'],
    ['an alias', { type: 'alias', userId: 'a', previousId: 'b' }, 'type'],
    ['a group of nobody', { type: 'group', userId: 'a' }, 'groupId'],
    ['an identify of nobody', { type: 'identify', anonymousId: 'x', groupId: 'acme' }, 'userId'],
    ['a track of nothing', { type: 'track', userId: 'a', event: '' }, 'event'],
    ['an object as a user', { type: 'track', userId: {}, event: 'e' }, 'userId'],
    ['true as an account', { type: 'group', groupId: true }, 'groupId'],
    ['a long account', { type: 'group', groupId: 'x'.repeat(256) }, 'groupId'],
    ['NUL', { type: 'track', userId: 'a\0', event: 'e' }, 'userId'],
    ['half a surrogate pair', { type: 'track', userId: 'a', event: '\ud800' }, 'event'],
    ['traits that are none', { type: 'group', groupId: 'a', traits: 'x' }, 'traits'],
    ['a trait that is too long', { type: 'group', groupId: 'a', traits: { bio: 'x'.repeat(33_000) } }, 'traits.bio'],
    ['a trait that is too deep', { type: 'group', groupId: 'a', traits: { deep: [[[[[[[[[1]]]]]]]]] } }, 'traits.deep'],
    ['a status that is none', { type: 'group', groupId: 'a', traits: { contract_status: 5 } }, 'traits.contract_status'],
  ])('%s is refused, by the name that the client gave it', (_, sent, path) => {
    expect(event(sent)).toEqual([`refused: ${path}`]);
  });

  test('one that is too large is refused', () => {
    expect(told({ shape: 'event', kind: 'track', sent: { userId: 'a', event: 'e' }, tooLarge: true })).toEqual(['refused: ']);
  });

  test.each<[unknown, string | undefined, boolean]>([
    ['2026-07-04T22:00:00+02:00', '2026-07-04T20:00:00.000Z', false],
    ['2026-07-04T22:00:00', '2026-07-04T22:00:00.000Z', false],
    [1_783_202_400_000, '2026-07-04T22:00:00.000Z', false],
    [undefined, undefined, false],
    [null, undefined, false],
    ['yesterday', undefined, true],
    ['2026-02-30T00:00:00Z', undefined, true],
    [9e15, undefined, true],
    [{}, undefined, true],
  ])('the timestamp %j', (timestamp, expected, redated) => {
    const read = readClientReceived(
      { shape: 'event', kind: 'track', sent: { userId: 'a', event: 'e', timestamp }, tooLarge: false },
      NAMES,
    );
    expect(read).toMatchObject({ signals: [{ type: 'usage' }], redated });
    if (!Array.isArray(read)) expect(read.signals[0]?.timestamp).toBe(expected);
  });

  test('a message has the same hash wherever it comes from, and another has another', () => {
    const hash = (messageId: unknown) =>
      readClientReceived({ shape: 'event', kind: 'track', sent: { userId: 'a', event: 'e', messageId }, tooLarge: false }, NAMES);
    expect(hash('m1')).toMatchObject({ message: expect.stringMatching(/^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/) });
    expect(hash('m1')).toEqual(hash('m1'));
    expect(hash('m1')).not.toEqual(hash('m2'));
    expect(hash(5)).toEqual(hash('5'));
    expect([hash(undefined), hash(''), hash(null), hash({})]).toEqual(Array(4).fill(expect.objectContaining({ message: null })));
  });
});

describe('what clients call the contract status and value', () => {
  test.each<[object, object]>([
    [
      { 'Contract Status': 'Free', plan: 1 },
      { contractStatus: 'free', own: { plan: '1' } },
    ],
    [
      { Status: 'Paying', 'Contract Value': '12.5' },
      { contractStatus: 'paying', contractValue: 12.5, own: {} },
    ],
    [
      { status: 'free', contract_status: 'paying' },
      { contractStatus: 'paying', own: { status: '"free"' } },
    ],
    [{ status: 404, value: 'high' }, { own: { status: '404', value: '"high"' } }],
    [
      { Status: null, status: 'free' },
      { contractStatus: 'free', own: { Status: null } },
    ],
    [{ Status: null }, { contractStatus: 'unknown', own: {} }],
    [
      { name: 42, parent: 7 },
      { name: '42', parent: '7', own: {} },
    ],
  ])('%j', (traits, attributes) => {
    expect(event({ type: 'group', groupId: 'acme', traits })).toEqual([['account', { account: 'acme', attributes }]]);
  });

  test('a user’s own status is an attribute like any other', () => {
    expect(event({ type: 'identify', userId: 'a', traits: { status: 'free' } })).toEqual([
      ['user', { user: 'a', attributes: { own: { status: '"free"' } } }],
    ]);
  });

  test('the names are a workspace’s', () => {
    const sent = { type: 'group', groupId: 'acme', traits: { Tier: 'Free', Status: 'Active', MRR: 5 } };
    const read = readClientReceived({ shape: 'event', kind: null, sent, tooLarge: false }, { statusNames: ['Tier'], valueNames: ['MRR'] });
    expect(read).toMatchObject({
      signals: [{ attributes: { contractStatus: 'free', contractValue: 5, own: new Map([['Status', '"Active"']]) } }],
    });
  });
});

describe('hits of a tracker', () => {
  const hit = (sent: Record<string, string>) => told({ shape: 'hit', sent });

  test('account, user, activity and attributes of both', () => {
    expect(
      hit({
        sdr_o: 'acme',
        sdr_odn: 'Acme',
        sdr_u: 'ann',
        sdr_a: 'login',
        sdr_m: 'crm',
        'sdr_o.parent_id': 'group',
        'sdr_o.Status': 'Free',
        'sdr_u.Role': 'boss',
        other: 'x',
      }),
    ).toEqual([
      ['account', { account: 'acme', attributes: { name: 'Acme', parent: 'group', contractStatus: 'free', own: {} } }],
      ['user', { account: 'acme', user: 'ann', attributes: { own: { Role: '"boss"' } } }],
      ...usage({ account: 'acme', user: 'ann', module: 'crm', activity: 'login' }),
    ]);
  });

  test.each<[Record<string, string>, string[]]>([
    [{ sdr_o: 'acme' }, ['account']],
    [{ sdr_o: 'acme', sdr_u: 'ann' }, ['user']],
    [{ sdr_o: 'acme', sdr_u: 'ann', sdr_a: 'login' }, ['usage']],
    [{ sdr_u: 'ann', sdr_a: 'login' }, ['usage']],
    [{ sdr_u: 'ann' }, ['user']],
    [{ sdr_o: 'acme', 'sdr_o.parent_id': '', 'sdr_o.': 'x' }, ['account']],
  ])('%j', (sent, types) => {
    expect((hit(sent) as [string][]).map(([type]) => type)).toEqual(types);
  });

  test.each<[Record<string, string>, string]>([
    [{}, 'sdr_o'],
    [{ sdr_o: '' }, 'sdr_o'],
    [{ sdr_o: 'a\0' }, 'sdr_o'],
    [{ sdr_o: 'a', sdr_u: 'x'.repeat(256) }, 'sdr_u'],
    [{ sdr_o: 'a', 'sdr_o.x': 'y'.repeat(33_000) }, 'attributes.x'],
  ])('%j is refused', (sent, path) => {
    expect(hit(sent)).toEqual([`refused: ${path}`]);
  });
});

describe('calls of Totango’s interface', () => {
  test('a touchpoint, with its own fields beside it', () => {
    const sent = { account_id: 5, user_id: 'ann', subject: 'Hello', content: 'We spoke.', activity_type_id: 'qbr', date: '2020-01-01' };
    const details = { own: { activity_type_id: '"qbr"', date: '"2020-01-01"' } };
    expect(told({ shape: 'touchpoint', sent })).toEqual([
      ['touchpoint', { account: '5', users: ['ann'], subject: 'Hello', content: 'We spoke.', details }],
    ]);
  });

  test('a task, and the user whom it names', () => {
    const sent = { id: 'ignored', account_id: 'acme', user_id: 'ann', title: 'Call', status: 'closed', priority: '1' };
    expect(told({ shape: 'task', task: 't1', sent })).toEqual([
      ['user', { account: 'acme', user: 'ann', attributes: { own: {} } }],
      ['task', { account: 'acme', task: 't1', status: 'completed', title: 'Call', details: { own: { priority: '"1"' } } }],
    ]);
  });

  test.each<[unknown, string]>([
    [null, ''],
    [{ status: 'open' }, 'account_id'],
    [{ account_id: 'a', status: 'done' }, 'status'],
    [{ account_id: 'a', status: 'constructor' }, 'status'],
    [{ account_id: 'a', status: 'open', note: '\0' }, 'note'],
  ])('%j is refused', (sent, path) => {
    expect(told({ shape: 'task', task: 't1', sent })).toEqual([`refused: ${path}`]);
  });
});
