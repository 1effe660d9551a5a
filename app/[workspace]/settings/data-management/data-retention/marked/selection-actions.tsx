'use client';

import { Shield, Undo2 } from 'lucide-react';
import { type Allowed, PermittedButton } from '@/components/retention/permitted-button.tsx';
import { SelectionBar } from '@/components/retention/selection-bar.tsx';
import { LockedButton } from '@/components/ui/locked-button.tsx';
import { ExportLink } from './export-link.tsx';
import { MoveToPaying } from './move-to-paying.tsx';
import type { Marked } from './use-marked.ts';

export type SelectionActionsProps = { marked: Marked; about: boolean; allowed: Allowed; csv: string };

/** What can be done with what is selected. */
export function SelectionActions({ marked, about, allowed, csv }: SelectionActionsProps) {
  const { selection, selected, reviving } = marked;
  if (selected === 0) return null;
  return (
    <>
      <div className="flex-1" />
      <SelectionBar selected={selected} of={marked.total} about={about} onSelectAll={selection.selectAll} onClear={selection.clear}>
        <PermittedButton
          permission="retention:review"
          doing="Reviving"
          allowed={allowed}
          variant="primary"
          pending={reviving.pending}
          onClick={() => marked.revive()}
        >
          <Undo2 aria-hidden />
          Revive
        </PermittedButton>
        <HoldButton marked={marked} allowed={allowed} />
        <MoveToPaying marked={marked} allowed={allowed} />
        <ExportLink href={csv} />
      </SelectionBar>
    </>
  );
}

/** A hold is a decision about one entity: not for all that match, and not for more than can be picked. */
function HoldButton({ marked, allowed }: Pick<SelectionActionsProps, 'marked' | 'allowed'>) {
  const words = (
    <>
      <Shield aria-hidden />
      Revive and hold
    </>
  );
  if (marked.selection.selection.all || marked.selected > MOST_HELD)
    return <LockedButton why={`Select ${MOST_HELD} or fewer by hand: each hold is a decision of its own.`}>Revive and hold</LockedButton>;
  return (
    <PermittedButton
      permission="retention:hold"
      doing="Putting on hold"
      allowed={allowed}
      disabled={marked.reviving.pending}
      onClick={() => marked.hold()}
    >
      {words}
    </PermittedButton>
  );
}

const MOST_HELD = 200;
