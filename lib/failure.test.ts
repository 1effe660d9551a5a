import { expect, test } from 'vitest';
import { explainFailure } from './failure.ts';

test.each([
  ['54000', 'too-large'],
  ['22021', 'invalid'],
  ['40P01', 'unavailable'],
  ['ECONNREFUSED', 'unavailable'],
])('the database’s %s is %s, however deep it is wrapped', (code, said) => {
  expect(explainFailure(new Error('query', { cause: Object.assign(new Error('pg'), { code }) }))?.code).toBe(said);
});

test('anything else is a fault of ours', () => {
  expect(explainFailure(Object.assign(new Error('pg'), { code: '23503' }))).toBeNull();
  expect(explainFailure('text')).toBeNull();
});
