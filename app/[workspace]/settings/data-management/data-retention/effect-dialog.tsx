'use client';

import { useState } from 'react';
import type { PolicyRow } from '#lib/retention/policy-rows.ts';
import type { Instant } from '#lib/time.ts';
import { useAction } from '@/app/[workspace]/use-action.ts';
import { Dialog, DialogBody, DialogContent } from '@/components/ui/dialog.tsx';
import { matches } from '@/components/ui/typed-confirm.tsx';
import { savePoliciesAction } from './actions.ts';
import { EffectExamples } from './effect-examples.tsx';
import { EffectFoot } from './effect-foot.tsx';
import { acceptedPeaks, typedNumber } from './effect-numbers.ts';
import { EffectPlots } from './effect-plots.tsx';
import { EffectSentences } from './effect-sentences.tsx';
import { KindTable, StatusTable } from './effect-tables.tsx';
import { EffectTiles } from './effect-tiles.tsx';
import { type Change, patchOf } from './policy-draft.ts';
import { changeWords } from './policy-words.ts';
import type { SaveEffect } from './save-effects.ts';
import { usePreview } from './use-preview.ts';

export type EffectDialogProps = {
  slug: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  changes: readonly Change[];
  effects: readonly SaveEffect[];
  /** R5. This save starts the clock. */
  initializes: boolean;
  rows: readonly PolicyRow[];
  now: Instant;
  onSaved: () => void;
};

/** What a save will do, before it is made: nothing is saved unseen, and what takes much with it takes a typed number. */
export function EffectDialog({ slug, open, onOpenChange, onSaved, ...save }: EffectDialogProps) {
  const { changes, effects, initializes, now } = save;
  const { run, pending } = useAction(savePoliciesAction);
  const [refused, setRefused] = useState<string>();
  const [typed, setTyped] = useState('');
  const patch = patchOf(changes);
  const preview = usePreview(slug, JSON.stringify(patch), open);
  const { counted, staying, plot, failed, retry } = preview;
  const wanted = counted ? typedNumber(counted, effects) : null;
  const turn = (next: boolean) => {
    if (pending) return;
    setTyped('');
    setRefused(undefined);
    onOpenChange(next);
  };
  const confirm = async () => {
    if (!counted) return;
    setRefused(undefined);
    const accepted = acceptedPeaks(plot?.proposed ?? counted.proposed, effects, wanted !== null);
    const answer = await run(Object.keys(accepted).length > 0 ? { ...patch, accepted } : patch);
    if (!answer.ok) return setRefused(answer.fields[0]?.message ?? answer.message);
    setTyped('');
    onSaved();
  };
  const foot = { effects, now, pending, counted, plot, wanted, typed, onType: setTyped, refused, failed, onRetry: retry };
  const ready = counted !== undefined && (wanted === null || matches(typed, String(wanted.number)));
  return (
    <Dialog open={open} onOpenChange={turn}>
      <DialogContent
        size="xl"
        reading="The effect"
        title={`Before you save: ${changes.map(changeWords).join(', ').replaceAll(': ', ' ')}`}
        description={initializes ? FIRST : NO_UNDO}
        footer={<EffectFoot {...foot} ready={ready} onSave={() => void confirm()} />}
      >
        <EffectTiles changes={changes} effects={effects} now={now} counted={counted} failed={failed !== undefined} />
        <DialogBody className="grid gap-x-10 gap-y-6 border-t lg:grid-cols-[minmax(0,1.15fr)_minmax(0,1fr)]">
          <div className="grid min-w-0 content-start gap-5">
            <EffectSentences {...save} counted={counted} />
            {counted && <StatusTable counted={counted} staying={staying} effects={effects} />}
            {counted && <KindTable counted={counted} effects={effects} />}
          </div>
          <EffectPlots plot={plot} counting={counted !== undefined || failed === undefined} effects={effects} />
        </DialogBody>
        {counted && <EffectExamples slug={slug} save={JSON.stringify(patch)} kinds={counted.proposed.kinds} effects={effects} />}
      </DialogContent>
    </Dialog>
  );
}

const FIRST = 'The first save starts the clock: what exists today counts from today, whatever its age (R5).';
const NO_UNDO = 'Nothing is saved yet. A save has no Undo: switched off and on again, a kind is late and waits for first updates (R6).';
