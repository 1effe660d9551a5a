import { expect, test } from 'vitest';
import { identifier } from './names.ts';

test.each([
  ['Sedgekeld Malmö', 'sedgekeld-malmo'],
  ['Okafor & Lindqvist Home Care', 'okafor-lindqvist-home-care'],
  ['Dapplemere Łódź', 'dapplemere-lodz'],
  ['Sørensen & Yılmaz Legal', 'sorensen-yilmaz-legal'],
])('%s is %s to a program', (name, expected) => {
  expect(identifier(name)).toBe(expected);
});
