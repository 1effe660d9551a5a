'use client';

import { useState } from 'react';
import type { MarkedAnswer } from '#lib/retention/rules/marked-answer.ts';

export type Selection = {
  /** Those that were picked, over pages. */
  picked: ReadonlyMap<string, MarkedAnswer>;
  /** Instead of them: everything that matches the filters. */
  all: boolean;
};

const NONE: Selection = { picked: new Map(), all: false };

/** Which rows are selected. `scope` names what is listed: with another kind or filter, nothing is. */
export function useSelection(scope: string) {
  const [held, setHeld] = useState({ scope, selection: NONE });
  const selection = held.scope === scope ? held.selection : NONE;
  const set = (next: Selection) => setHeld({ scope, selection: next });
  return {
    selection,
    has: (entity: string) => selection.all || selection.picked.has(entity),
    count: (total: number) => (selection.all ? total : selection.picked.size),
    /** `shown`: the page's rows, which stay selected where one is taken out of all. */
    toggle(rows: readonly MarkedAnswer[], selected: boolean, shown: readonly MarkedAnswer[] = []) {
      const picked = new Map(selection.all ? shown.map((row) => [row.entity, row]) : selection.picked);
      for (const row of rows) {
        if (selected) picked.set(row.entity, row);
        else picked.delete(row.entity);
      }
      set({ picked, all: false });
    },
    selectAll: () => set({ picked: new Map(), all: true }),
    clear: () => set(NONE),
  };
}
