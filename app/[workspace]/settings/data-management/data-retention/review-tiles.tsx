'use client';

import { Hourglass, Undo2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { dayOf, type Instant, nextProcessStart } from '#lib/time.ts';
import { dataAddress } from '@/components/data/data-address.ts';
import { useData } from '@/components/data/use-data.ts';
import { kindWord } from '@/components/retention/kind-name.ts';
import { formatDay, formatInstant, formatNumber, relativeDay } from '@/components/ui/format.ts';
import { Skeleton } from '@/components/ui/skeleton.tsx';
import { StatTile, StatTiles } from '@/components/ui/stat-tiles.tsx';
import type { NextProcessData } from './next-process-line.tsx';
import type { Change } from './policy-draft.ts';
import type { PoliciesPreview } from './review-dialog.tsx';
import type { SaveEffect } from './save-effects.ts';

export type ReviewTilesProps = {
  slug: string;
  changes: readonly Change[];
  effects: readonly SaveEffect[];
  now: Instant;
  /** Undefined while it is being counted. */
  preview: PoliciesPreview | undefined;
  failed: boolean;
};

/** What the next daily process would do, and the first day with marks where that comes later. */
export function ReviewTiles({ slug, changes, effects, now, preview, failed }: ReviewTilesProps) {
  const { data: present } = useData<NextProcessData>(dataAddress(slug, 'next-process'));
  const kinds = preview && Object.values(preview.kinds);
  const marks = kinds?.reduce((sum, { due, with: along }) => sum + due + along.sub_accounts, 0);
  const lifted = kinds?.reduce((sum, kind) => sum + kind.lifted, 0);
  const at = nextProcessStart(now);
  return (
    <StatTiles className="rounded-none border-0 shadow-none">
      <Counted
        label={`Marked on ${formatInstant(at, { year: false })}`}
        icon={<Hourglass aria-hidden />}
        tone="marked"
        value={marks}
        failed={failed}
        note={present ? `${formatNumber(present.marks)} by the present policies` : 'if nothing arrives until then'}
      />
      <Counted
        label={`Lifted on ${formatDay(dayOf(at), { year: false })}`}
        icon={<Undo2 aria-hidden />}
        value={lifted}
        failed={failed}
        note="marks that lose their cause (R14)"
      />
      <FirstMarks effects={effects} now={now} />
      <Silent changes={changes} preview={preview} />
    </StatTiles>
  );
}

type CountedProps = { label: string; icon: ReactNode; tone?: 'plain' | 'marked'; value: number | undefined; failed: boolean; note: string };

/** A number that is still being counted at first. None has neither icon nor colour. */
function Counted({ label, icon, tone = 'plain', value, failed, note }: CountedProps) {
  const some = value !== undefined && value > 0;
  const waiting = failed ? 'Not known' : <Skeleton className="my-2 h-4 w-16" />;
  return (
    <StatTile label={label} {...(some ? { icon, tone } : {})} value={value === undefined ? waiting : formatNumber(value)} note={note} />
  );
}

function FirstMarks({ effects, now }: Pick<ReviewTilesProps, 'effects' | 'now'>) {
  const days = effects.flatMap(({ firstMarks }) => firstMarks ?? []);
  const day = days.sort()[0];
  if (!day) return null;
  return (
    <StatTile
      label="First day with marks"
      icon={<Hourglass aria-hidden />}
      tone="marked"
      value={formatDay(day)}
      note={`${relativeDay(day, now)}, if nothing arrives until then`}
    />
  );
}

/** How many have been silent for the days of the one kind that is changed, counted by the policy already or not. */
function Silent({ changes, preview }: Pick<ReviewTilesProps, 'changes' | 'preview'>) {
  const [change, ...more] = changes;
  if (!change || more.length > 0 || typeof change.to !== 'number') return null;
  const silent = preview?.kinds[change.kind]?.silent;
  return (
    <StatTile
      label={`Silent for ${formatNumber(change.to)} days already`}
      value={silent === undefined ? <Skeleton className="my-2 h-4 w-16" /> : formatNumber(silent)}
      note={`active ${kindWord(change.kind, 2)}`}
    />
  );
}
