import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const page = readFileSync('docs/domain.md', 'utf8');
const rules = page
  .split(/^### /m)
  .slice(1)
  .map((section) => ({ rule: section.split(' ')[0] ?? '', section }));

test('every rule of the product is on the page, in order', () => {
  const numbers = [...Array.from({ length: 18 }, (_, i) => i + 1), 28, 29, 30];
  expect(rules.map(({ rule }) => rule)).toEqual(numbers.map((n) => `R${n}`));
});

test.each(rules)('$rule names the tests that hold it, and they name it', ({ rule, section }) => {
  const files = [...(section.split('Tests: ')[1] ?? '').matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '');
  expect(files.length).toBeGreaterThan(0);
  for (const file of files) {
    expect(existsSync(file), `${file} is there`).toBe(true);
    expect(readFileSync(file, 'utf8'), `${file} names ${rule}`).toMatch(new RegExp(`\\b${rule}\\b`));
  }
});
