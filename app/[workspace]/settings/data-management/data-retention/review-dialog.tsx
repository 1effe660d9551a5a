'use client';

import { useState } from 'react';
import type { PolicyRow } from '#lib/retention/policy-rows.ts';
import type { previewPolicies } from '#lib/retention/preview-policies.ts';
import type { Instant } from '#lib/time.ts';
import { useAction } from '@/app/[workspace]/use-action.ts';
import { dataAddress } from '@/components/data/data-address.ts';
import { useData } from '@/components/data/use-data.ts';
import { kindName } from '@/components/retention/kind-name.ts';
import { Dialog, DialogBody, DialogContent } from '@/components/ui/dialog.tsx';
import { savePoliciesAction } from './actions.ts';
import { type Change, patchOf } from './policy-draft.ts';
import { changeWords, effectSentence } from './policy-words.ts';
import { ReviewFoot } from './review-foot.tsx';
import { ReviewTiles } from './review-tiles.tsx';
import type { SaveEffect } from './save-effects.ts';

export type PoliciesPreview = Awaited<ReturnType<typeof previewPolicies>>;

export type ReviewDialogProps = {
  slug: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  changes: readonly Change[];
  effects: readonly SaveEffect[];
  rows: readonly PolicyRow[];
  now: Instant;
  onSaved: () => void;
};

/** What a save will do, before it is made. It waits until that is counted. */
export function ReviewDialog({ slug, open, onOpenChange, onSaved, ...review }: ReviewDialogProps) {
  const { changes, effects, now } = review;
  const { run, pending } = useAction(savePoliciesAction);
  const [refused, setRefused] = useState<string>();
  const save = JSON.stringify(patchOf(changes));
  const { data: preview, error, refetch } = useData<PoliciesPreview>(dataAddress(slug, 'preview', { save }), { enabled: open });
  const confirm = async () => {
    setRefused(undefined);
    const answer = await run(patchOf(changes));
    if (answer.ok) onSaved();
    else setRefused(answer.fields[0]?.message ?? answer.message);
  };
  const foot = { effects, now, pending, counted: preview !== undefined, refused, failed: error?.message, onRetry: () => void refetch() };
  return (
    <Dialog open={open} onOpenChange={(next) => !pending && onOpenChange(next)}>
      <DialogContent
        size="xl"
        title={`Before you save: ${changes.map(changeWords).join(', ').replaceAll(': ', ' ')}`}
        footer={<ReviewFoot {...foot} onSave={() => void confirm()} />}
      >
        <ReviewTiles slug={slug} changes={changes} effects={effects} now={now} preview={preview} failed={error !== null} />
        <DialogBody className="border-t">
          <Sentences {...review} preview={preview} />
        </DialogBody>
      </DialogContent>
    </Dialog>
  );
}

type SentencesProps = Pick<ReviewDialogProps, 'effects' | 'rows' | 'now'> & { preview: PoliciesPreview | undefined };

function Sentences({ effects, rows, now, preview }: SentencesProps) {
  if (effects.length === 0) return <p className="text-base">The days that hold stay the same; only where they are written changes.</p>;
  return (
    <dl className="grid gap-x-5 gap-y-3 text-base sm:grid-cols-[auto_minmax(0,1fr)]">
      {effects.map((effect) => {
        const { marked = 0 } = rows.find(({ kind }) => kind === effect.kind) ?? {};
        return (
          <div key={effect.kind} className="contents">
            <dt className="font-medium max-sm:-mb-2.5">{kindName(effect.kind)}</dt>
            <dd>
              {effectSentence(effect, { marked, waiting: preview?.no_longer_expiring ?? 0, now })}
              {preview?.kinds[effect.kind]?.trips_breaker && ' So many at once trip the breaker: they wait for a person (R29).'}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
