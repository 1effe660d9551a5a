import { expect, test } from 'vitest';
import { familyTree } from './family-tree.ts';

const row = (id: string, parentId: string) => ({ id, parentId, sortName: id });

test('a tree is read from top to bottom, siblings by name, and what hangs elsewhere is left out', () => {
  const rows = [
    row('b', 'root'),
    row('b2', 'b'),
    row('a', 'root'),
    row('b1', 'b'),
    row('a1', 'a'),
    row('a1x', 'a1'),
    row('z', 'elsewhere'),
  ];
  expect(familyTree(rows, 'root').map(({ id }) => id)).toEqual(['a', 'a1', 'a1x', 'b', 'b1', 'b2']);
});
