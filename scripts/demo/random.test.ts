import { expect, test } from 'vitest';
import { type Random, randomFrom } from './random.ts';

const draw = (random: Random) => Array.from({ length: 20 }, () => random.whole(1, 1000));

test('the same seed gives the same numbers, another seed others', () => {
  expect(draw(randomFrom('meridian'))).toEqual(draw(randomFrom('meridian')));
  expect(draw(randomFrom('meridian'))).not.toEqual(draw(randomFrom('meridian 2')));
});

test('whole numbers reach both ends and go beyond neither', () => {
  const random = randomFrom('ends');
  const drawn = Array.from({ length: 400 }, () => random.whole(3, 6));
  expect([...new Set(drawn)].sort()).toEqual([3, 4, 5, 6]);
});

test('a choice comes as often as its weight says, one of weight 0 never', () => {
  const random = randomFrom('weights');
  const drawn = Array.from({ length: 4000 }, () =>
    random.weighted([
      ['often', 3],
      ['seldom', 1],
      ['never', 0],
    ]),
  );
  expect(drawn).not.toContain('never');
  const often = drawn.filter((choice) => choice === 'often').length;
  expect(often).toBeGreaterThan(2850);
  expect(often).toBeLessThan(3150);
});

test('there is nothing to choose from an empty list', () => {
  expect(() => randomFrom('empty').pick([])).toThrow(RangeError);
});
