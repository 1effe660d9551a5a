import { expect, test } from 'vitest';
import { guessMapping, mappingFault, REASON_COLUMN, signalOfRow } from './upload-row.ts';

const accounts = { kind: 'accounts', collection: null } as const;

test('columns are guessed by their headings, each once; the rest are attributes', () => {
  expect(
    guessMapping(['ID', 'Account name', 'Contract Status', 'contract_value', 'Parent', 'Seats', 'Name', '', REASON_COLUMN], 'accounts'),
  ).toEqual(['account', 'name', 'contract_status', 'contract_value', 'parent', 'attribute', 'attribute', 'skip', 'skip']);
  expect(guessMapping(['account', 'email', 'status'], 'users')).toEqual(['account', 'user', 'attribute']);
  expect(guessMapping(['constructor', '__proto__', 'id'], 'objects')).toEqual(['attribute', 'attribute', 'object']);
});

test.each([
  ['accounts', ['name'], 'Choose the column that holds the identifier of the account.'],
  ['users', ['account'], 'Choose the column that holds the identifier of the user.'],
  ['objects', ['name'], 'Choose the column that holds the identifier of the account and of the object.'],
  ['accounts', ['account', 'name', 'name'], 'Only one column can be the name.'],
  ['accounts', ['account', 'attribute', 'attribute'], null],
  ['users', ['account', 'user'], null],
] as const)('%s from %j: %s', (kind, mapping, fault) => {
  expect(mappingFault(mapping, kind)).toBe(fault);
});

test('a row becomes the signal that it is; empty cells and skipped columns say nothing', () => {
  const headings = ['id', 'name', 'status', 'value', 'Seats', 'Note'];
  const mapping = ['account', 'name', 'contract_status', 'contract_value', 'attribute', 'skip'] as const;
  expect(signalOfRow([' acme ', 'Acme', 'Paying', '1200', '', 'x'], headings, mapping, accounts)).toEqual({
    type: 'account',
    account: 'acme',
    attributes: { name: 'Acme', contract_status: 'Paying', contract_value: '1200' },
  });
  expect(signalOfRow(['acme', '7'], ['a', 'o'], ['account', 'object'], { kind: 'objects', collection: 'licenses' })).toEqual({
    type: 'object',
    account: 'acme',
    object: '7',
    collection: 'licenses',
    attributes: {},
  });
});
