import { expect, test } from 'vitest';
import { changedFields, type Details, draftOf } from './edit-draft.ts';

const before: Details = { name: 'Acme', contract_status: 'free', contract_value: 1200, parent: null };
const changed = (change: object) => changedFields(before, { ...draftOf(before), ...change });

test('only what changed is sent, and an empty field takes its value away', () => {
  expect(changed({})).toEqual({ patch: {} });
  expect(changed({ name: ' Acme & Sons ', contract_value: '1,300.5' })).toEqual({ patch: { name: 'Acme & Sons', contract_value: 1300.5 } });
  expect(changed({ contract_status: ' ', contract_value: '', parent: 'group' })).toEqual({
    patch: { contract_status: null, contract_value: null, parent: 'group' },
  });
});

test('a contract value that is no number is refused at its field, never read as 0', () => {
  for (const value of ['a lot', '12x', '1e999', 'NaN'])
    expect(changed({ contract_value: value })).toMatchObject({ fields: [{ path: 'contract_value' }] });
});
