type Placed = { id: string; parentId: string | null; sortName: string };

/** Rows below `root` as a tree is read from top to bottom: each followed by what is below it, siblings by name. */
export function familyTree<T extends Placed>(rows: readonly T[], root: string): T[] {
  const children = Map.groupBy(rows, (row) => row.parentId);
  const below = (id: string): T[] =>
    [...(children.get(id) ?? [])].sort((a, b) => (a.sortName < b.sortName ? -1 : 1)).flatMap((row) => [row, ...below(row.id)]);
  return below(root);
}
