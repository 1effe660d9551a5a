import { addDays, type Day, laterOf } from '#lib/time.ts';
import { purgeDay } from './lifecycle.ts';

/** An account of a tree in which something will go along, as it stands before the first day. */
export type TreeAccount = {
  id: string;
  parentId: string | null;
  /** R9. The first day on which it is due for a cause of its own, if nothing arrives; null where never. */
  ownDay: Day | null;
  /** The day of a mark that stands. */
  markedOn: Day | null;
  /** R15. On hold through this day; null is not on hold, `for ever` until a person ends it. */
  heldThrough: Day | 'for ever' | null;
};

export type TreeMark = { id: string; day: Day };

/** R9 to R11. Which accounts of these trees are marked on which of `days` days from `first`, for a cause of their own or because they go along. */
export function forecastTrees(accounts: readonly TreeAccount[], first: Day, days: number): TreeMark[] {
  const trees = plant(accounts);
  const marks: TreeMark[] = [];
  for (let i = 0; i < days; i++) {
    const day = addDays(first, i);
    for (const id of trees.purgedOn.get(day) ?? []) trees.gone.add(id);
    const roots = new Set((trees.dueOn.get(day) ?? []).filter((id) => !trees.marked.has(id)));
    for (const id of roots) mark(trees, marks, id, day);
    for (const root of roots) cascade(trees, marks, root, roots, day);
  }
  return marks;

  function plant(all: readonly TreeAccount[]) {
    const purgedOn = new Map<Day, string[]>();
    const dueOn = new Map<Day, string[]>();
    const below = new Map<string, TreeAccount[]>();
    const marked = new Set<string>();
    for (const account of all) {
      if (account.parentId !== null) append(below, account.parentId, account);
      if (account.ownDay !== null) append(dueOn, account.ownDay, account.id);
      if (account.markedOn === null) continue;
      marked.add(account.id);
      append(purgedOn, laterOf(first, purgeDay(account.markedOn)), account.id);
    }
    return { purgedOn, dueOn, below, marked, gone: new Set<string>() };
  }
}

type Trees = {
  purgedOn: Map<Day, string[]>;
  dueOn: Map<Day, string[]>;
  below: Map<string, TreeAccount[]>;
  marked: Set<string>;
  gone: Set<string>;
};

function mark(trees: Trees, marks: TreeMark[], id: string, day: Day): void {
  trees.marked.add(id);
  append(trees.purgedOn, purgeDay(day), id);
  marks.push({ id, day });
}

/** R10. Takes what is below a root along: through what was marked earlier, stopping at holds, at what is gone, and at other roots of the same day. */
function cascade(trees: Trees, marks: TreeMark[], root: string, roots: ReadonlySet<string>, day: Day): void {
  const ahead = [root];
  for (let at = ahead.pop(); at !== undefined; at = ahead.pop()) {
    for (const child of trees.below.get(at) ?? []) {
      if (roots.has(child.id) || trees.gone.has(child.id) || isHeld(child, day)) continue;
      if (!trees.marked.has(child.id)) mark(trees, marks, child.id, day);
      ahead.push(child.id);
    }
  }
}

function isHeld({ heldThrough }: TreeAccount, day: Day): boolean {
  return heldThrough !== null && (heldThrough === 'for ever' || day <= heldThrough);
}

function append<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
