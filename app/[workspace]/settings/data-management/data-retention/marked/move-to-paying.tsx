'use client';

import { BadgeCheck } from 'lucide-react';
import { useState } from 'react';
import { MOST_MOVED } from '#lib/entities/rules/most-moved.ts';
import type { MarkedAnswer } from '#lib/retention/rules/marked-answer.ts';
import { useAction } from '@/app/[workspace]/use-action.ts';
import { PermittedButton } from '@/components/retention/permitted-button.tsx';
import { Alert } from '@/components/ui/alert-dialog.tsx';
import { Checkbox } from '@/components/ui/checkbox.tsx';
import { formatNumber } from '@/components/ui/format.ts';
import { LockedButton } from '@/components/ui/locked-button.tsx';
import { notify, notifyFailed } from '@/components/ui/toaster.tsx';
import { moveToPayingAction } from './actions.ts';
import type { SelectionActionsProps } from './selection-actions.tsx';

/** The way out of expiry (R13): accounts that were picked get the status paying, with contract value 0 where they earn nothing. */
export function MoveToPaying({ marked, allowed }: Pick<SelectionActionsProps, 'marked' | 'allowed'>) {
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState<boolean | null>(null);
  const { run, pending } = useAction(moveToPayingAction);
  const { picked, all } = marked.selection.selection;
  if (marked.kind !== 'accounts') return null;
  if (all || picked.size > MOST_MOVED)
    return <LockedButton why={`Select ${MOST_MOVED} or fewer by hand: each is a decision of its own.`}>Move to paying</LockedButton>;
  const value = [...picked.values()].reduce((sum, row) => sum + earnedBy(row), 0);
  const zero = chosen ?? value === 0;
  const what = `${formatNumber(picked.size)} ${marked.word(picked.size)}`;
  const move = async () => {
    const answer = await run({ entities: [...picked.keys()], zero_value: zero });
    if (!answer.ok) return notifyFailed({ title: 'Nothing was moved', description: answer.message });
    setOpen(false);
    marked.selection.clear();
    notify({ title: `${what} moved to paying`, description: saidOf(answer.result) });
  };
  return (
    <>
      <PermittedButton permission="entities:edit" doing="Editing" allowed={allowed} onClick={() => setOpen(true)}>
        <BadgeCheck aria-hidden />
        Move to paying
      </PermittedButton>
      <Alert
        open={open}
        onOpenChange={setOpen}
        title={`Move ${what} to paying?`}
        description="Paying accounts never expire (R13): a mark of expiry is taken at once. A mark for inactivity stands, since the account policy takes paying accounts too."
        action="Move to paying"
        pending={pending}
        onConfirm={() => void move()}
      >
        <label htmlFor="zero-value" className="flex items-center gap-2 text-sm">
          <Checkbox id="zero-value" checked={zero} onCheckedChange={(checked) => setChosen(checked === true)} />
          {zeroWords(picked.size, value)}
        </label>
      </Alert>
    </>
  );
}

/** `value`: what the `n` accounts are worth together. */
function zeroWords(n: number, value: number): string {
  const what = `Set ${n === 1 ? 'its' : 'their'} contract value to 0`;
  return value === 0 ? `${what}: ${n === 1 ? 'it earns' : 'they earn'} nothing` : `${what}; it is ${formatNumber(value)} now`;
}

function earnedBy(row: MarkedAnswer): number {
  return row.kind === 'accounts' ? (row.contract_value ?? 0) : 0;
}

function saidOf({ moved, active }: { moved: number; active: number }): string {
  if (active === moved) return 'Their marks are taken, and they expire no more.';
  return `${formatNumber(active)} active again; ${formatNumber(moved - active)} stay marked for another cause.`;
}
