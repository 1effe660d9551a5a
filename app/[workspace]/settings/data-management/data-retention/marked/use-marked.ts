'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { BulkProgress } from '#lib/bulk/bulk-progress.ts';
import type { MarkedPage } from '#lib/retention/list-marked-page.ts';
import type { MarkedAnswer } from '#lib/retention/rules/marked-answer.ts';
import type { PoliciesAnswer } from '#lib/retention/rules/policies-answer.ts';
import { dataAddress } from '@/components/data/data-address.ts';
import { useAddress } from '@/components/data/use-address.ts';
import { useData } from '@/components/data/use-data.ts';
import { kindWord } from '@/components/retention/kind-name.ts';
import { markedKind, reviveFilter } from '@/components/retention/marked-query.ts';
import { type Allowed, may } from '@/components/retention/permitted-button.tsx';
import { daysFor } from './days-for.ts';
import { type ReviveWish, useRevive } from './use-revive.tsx';
import { useSelection } from './use-selection.ts';

export type Marked = ReturnType<typeof useMarked>;

/** What one does on the marked list: select, revive, revive and hold. */
export function useMarked({ slug, allowed, page, total }: { slug: string; allowed: Allowed; page: MarkedPage | undefined; total: number }) {
  const { params, replace } = useAddress();
  const kind = markedKind(params);
  const filter = reviveFilter(params);
  const queries = useQueryClient();
  const selection = useSelection(JSON.stringify([kind, filter]));
  const [asked, setAsked] = useState<Extract<ReviveWish, { filter: unknown }> | null>(null);
  const { data: policies } = useData<PoliciesAnswer>(dataAddress(slug, 'policies'));
  const word = (n: number) => kindWord(kind, n);
  const reviving = useRevive({
    now: page?.now ?? '',
    daysOf: (row) => daysFor(policies, row),
    word,
    mayHold: may(allowed, 'retention:hold'),
    onRevived(wish, job) {
      // Shown from the first moment, and said to be done even where the worker is quicker than the next look.
      if (job) queries.setQueryData<BulkProgress[]>([dataAddress(slug, 'bulk')], (jobs = []) => [job, ...jobs]);
      setAsked(null);
      selection.clear();
      const open = params.get('open');
      if (open && (!('rows' in wish) || wish.rows.some(({ entity }) => entity === open))) replace({ open: undefined });
    },
  });
  const chosen = (row?: MarkedAnswer) => (row && !selection.has(row.entity) ? [row] : [...selection.selection.picked.values()]);
  return {
    kind,
    word,
    rows: page?.rows ?? [],
    now: page?.now ?? '',
    total,
    selected: selection.count(total),
    selection,
    reviving,
    asked,
    setAsked,
    /** Revives `row`, or what is selected where `row` is among it or none is given; all that match are asked about first. */
    revive(row?: MarkedAnswer) {
      if (selection.selection.all && (!row || selection.has(row.entity))) setAsked({ kind, filter, total });
      else void reviving.run({ rows: chosen(row) });
    },
    /** Asks for the reason of a hold, and then revives with it. */
    hold(row?: MarkedAnswer) {
      const rows = chosen(row);
      if (rows.length > 0) reviving.setHolding({ rows, revives: true });
    },
  };
}
