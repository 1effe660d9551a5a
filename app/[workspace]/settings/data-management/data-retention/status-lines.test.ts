import { expect, test } from 'vitest';
import { statusLines, totalLine } from './status-lines.ts';

const marked = [
  { status: 'free', own: 618, along: 38, contract_value: 0 },
  { status: 'paying', own: 23, along: 6, contract_value: 424000 },
];
const staying = [
  { status: 'cancelled', n: 202 },
  { status: 'free', n: 1038 },
  { status: 'paying', n: 2177 },
];

test('says what stays as well as what goes: those that pay and fall due first, then by marks, then what only stays', () => {
  expect(statusLines(marked, staying).map(({ label, own, along, stay }) => [label, own, along, stay])).toEqual([
    ['paying', 23, 6, 2177],
    ['free', 618, 38, 1038],
    ['cancelled', 0, 0, 202],
  ]);
});

test('those that pay do not stand first where none of them is marked', () => {
  expect(statusLines(marked.slice(0, 1), staying).map(({ label }) => label)).toEqual(['free', 'paying', 'cancelled']);
});

test('leaves open what is still counted', () => {
  const lines = statusLines(marked, undefined);
  expect(lines.map(({ label, stay }) => [label, stay])).toEqual([
    ['paying', undefined],
    ['free', undefined],
  ]);
  expect(totalLine(lines, 'Total')).toEqual({
    label: 'Total',
    status: null,
    falls: false,
    own: 641,
    along: 44,
    contract_value: 424000,
    stay: undefined,
  });
});

test('many statuses, which may be any text, stand together at the end, those that pay apart, and nothing of them is lost', () => {
  const many = Array.from({ length: 40 }, (_, i) => ({ status: `tier ${i}`, own: 40 - i, along: 1, contract_value: 10 }));
  const staying = [...many.map(({ status }) => ({ status, n: 5 })), { status: 'free', n: 7 }];
  const lines = statusLines(many, staying);
  expect(lines).toHaveLength(7);
  expect(lines.at(-2)).toMatchObject({ label: '35 others that pay', falls: true, along: 35, stay: 175, contract_value: 350 });
  expect(lines.at(-1)).toMatchObject({ label: '1 other status', falls: false, own: 0, stay: 7 });
  expect(totalLine(lines, 'Total')).toMatchObject({ own: 820, along: 40, stay: 207, contract_value: 400 });
  expect(statusLines(many.slice(0, 7), undefined).at(-1)).toMatchObject({ label: 'tier 6' });
});
