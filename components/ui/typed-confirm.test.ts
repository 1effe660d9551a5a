import { expect, it } from 'vitest';
import { matches } from './typed-confirm.tsx';

it('lets a final thing through only when exactly its name was typed', () => {
  expect(matches('osprey-mapping', 'osprey-mapping')).toBe(true);
  expect(matches(' osprey-mapping ', 'osprey-mapping')).toBe(true);
  expect(matches('osprey-mappin', 'osprey-mapping')).toBe(false);
  expect(matches('Osprey-mapping', 'osprey-mapping')).toBe(false);
  expect(matches('', 'osprey-mapping')).toBe(false);
});

it('takes a number with or without its separators', () => {
  expect(matches('1048', '1048')).toBe(true);
  expect(matches('1,048', '1048')).toBe(true);
  expect(matches('104', '1048')).toBe(false);
  expect(matches('', '0')).toBe(false);
  expect(matches(',', '0')).toBe(false);
});
