'use client';

import { Shield, Undo2 } from 'lucide-react';
import { useState } from 'react';
import type { BulkProgress } from '#lib/bulk/bulk-progress.ts';
import type { MarkedAnswer } from '#lib/retention/rules/marked-answer.ts';
import { useAction } from '@/app/[workspace]/use-action.ts';
import type { HoldWish } from '@/components/retention/hold-dialog.tsx';
import { dueAgain } from '@/components/retention/mark-words.ts';
import { nameOf } from '@/components/retention/marked-entity.ts';
import { formatDay, relativeDay } from '@/components/ui/format.ts';
import { notify, notifyFailed } from '@/components/ui/toaster.tsx';
import { reviveAction, reviveAndHoldAction } from './actions.ts';

/** What is revived: some by name, or all that the filters find. */
export type ReviveWish = { rows: readonly MarkedAnswer[] } | { kind: string; filter: Record<string, string>; total: number };

export type ReviveOptions = {
  now: string;
  /** The days of the policy that would mark them again; null where none is on. */
  daysOf: (row: MarkedAnswer) => number | null | undefined;
  /** "accounts": what so many of them are called. */
  word: (n: number) => string;
  mayHold: boolean;
  /** Some were revived, or a job does it. */
  onRevived: (wish: ReviveWish, job: BulkProgress | null) => void;
};

/** Reviving, and reviving with a hold; each says when what came back is due again, and offers the hold. */
export function useRevive({ now, daysOf, word, mayHold, onRevived }: ReviveOptions) {
  const revive = useAction(reviveAction);
  const withHold = useAction(reviveAndHoldAction);
  const [holding, setHolding] = useState<{ rows: readonly MarkedAnswer[]; revives: boolean } | null>(null);
  const titleOf = (rows: readonly MarkedAnswer[]) => {
    const [only] = rows;
    return rows.length === 1 && only ? `${nameOf(only)} is` : `${rows.length} ${word(rows.length)} are`;
  };
  const run = async (wish: ReviveWish) => {
    const named = 'rows' in wish;
    const input = named
      ? { kind: kindOf(wish.rows), entities: wish.rows.map(({ entity }) => entity) }
      : { kind: wish.kind, filter: wish.filter };
    const answer = await revive.run(input);
    if (!answer.ok) return notifyFailed({ title: 'Nothing was revived', description: answer.message });
    const { revived, job } = answer.result;
    onRevived(wish, job);
    if (job !== null) return;
    const rows = named ? wish.rows : [];
    const title = named && revived === rows.length ? `${titleOf(rows)} revived` : `${revived} ${word(revived)} revived`;
    notify({
      title,
      icon: <Undo2 />,
      description: againWords(rows, { now, daysOf, word }),
      ...(mayHold && rows.length > 0 ? { action: { label: 'Hold', onClick: () => setHolding({ rows, revives: false }) } } : {}),
    });
  };
  const hold = async (wish: HoldWish) => {
    const { rows = [], revives = false } = holding ?? {};
    const answer = await withHold.run({ kind: kindOf(rows), entities: rows.map(({ entity }) => entity), ...wish });
    if (!answer.ok) return { message: answer.message, fields: answer.fields };
    const until = wish.until === null ? 'Until a person ends it.' : `Through the daily process of ${formatDay(wish.until)}.`;
    notify({ title: `${titleOf(rows)} ${revives ? 'revived and ' : ''}on hold`, icon: <Shield />, description: until });
    onRevived({ rows }, null);
    return null;
  };
  return { run, hold, holding, setHolding, pending: revive.pending || withHold.pending };
}

function kindOf(rows: readonly MarkedAnswer[]): string {
  return rows[0]?.kind ?? 'accounts';
}

/** "Due again on Oct 4, 2026 (in 91 days)." */
function againWords(
  rows: readonly MarkedAnswer[],
  { now, daysOf, word }: Pick<ReviveOptions, 'now' | 'daysOf' | 'word'>,
): string | undefined {
  const days = [...new Set(rows.map(daysOf))];
  const [first] = days;
  if (days.length !== 1 || first === undefined)
    return rows.length > 0 ? `It counts as information for ${rows.length === 1 ? 'it' : `each of the ${word(rows.length)}`}.` : undefined;
  if (first === null) return 'No policy that is on would mark it again.';
  const day = dueAgain(first, now);
  return `Due again on ${formatDay(day)} (${relativeDay(day, now)}).`;
}
