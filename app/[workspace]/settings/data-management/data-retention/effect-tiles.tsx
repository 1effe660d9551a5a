import { CircleAlert, Hourglass, Undo2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { dayOf, type Instant, nextProcessStart } from '#lib/time.ts';
import { kindWord } from '@/components/retention/kind-name.ts';
import { count, formatDay, formatInstant, formatNumber, relativeDay } from '@/components/ui/format.ts';
import { Skeleton } from '@/components/ui/skeleton.tsx';
import { StatTile, type StatTileProps, StatTiles } from '@/components/ui/stat-tiles.tsx';
import { type Counted, type EffectSums, effectSums } from './effect-numbers.ts';
import type { Change } from './policy-draft.ts';
import type { SaveEffect } from './save-effects.ts';

export type EffectTilesProps = {
  changes: readonly Change[];
  effects: readonly SaveEffect[];
  now: Instant;
  /** Undefined while it is being counted. */
  counted: Counted | undefined;
  failed: boolean;
};

/** What the next daily process would do, and the first day with marks where that comes later. */
export function EffectTiles({ changes, effects, now, counted, failed }: EffectTilesProps) {
  const at = nextProcessStart(now);
  const sums = counted && effectSums(counted, effects);
  return (
    <StatTiles className="rounded-none border-0 shadow-none sm:[&>*]:px-6">
      <Tile
        label={`Marked on ${formatInstant(at, { year: false })}`}
        icon={<Hourglass aria-hidden />}
        tone="marked"
        value={sums?.marks}
        failed={failed}
        note={sums ? `${formatNumber(sums.presentMarks)} by the present policies` : 'if nothing arrives until then'}
      />
      {sums && sums.marks > 0 && <Along {...sums} />}
      {(!sums || sums.lifted > 0 || sums.marks === 0) && (
        <Tile
          label={`Lifted on ${formatDay(dayOf(at), { year: false })}`}
          icon={<Undo2 aria-hidden />}
          value={sums?.lifted}
          failed={failed}
          note="marks that lose their cause (R14)"
        />
      )}
      <FirstMarks effects={effects} now={now} />
      <Silent changes={changes} effects={effects} counted={counted} />
    </StatTiles>
  );
}

function Along({ users, objects, paying, payingAlong, value, payingValue }: EffectSums) {
  return (
    <>
      <Tile label="Go along" value={users + objects} note={`${count(users, 'user')} and ${count(objects, 'object')}`} />
      <Tile
        label="Paying accounts among them"
        icon={<CircleAlert aria-hidden />}
        tone="gone"
        value={paying}
        note={payingNote(paying, payingAlong)}
      />
      <Tile label="Contract value at stake" value={value} note={`of it ${formatNumber(payingValue)} is paying`} />
    </>
  );
}

function payingNote(paying: number, along: number): string {
  if (paying === 0) return 'none of them pays';
  return along > 0 ? `${formatNumber(along)} of them only ${along === 1 ? 'goes' : 'go'} along with a parent` : 'by contract status';
}

type TileProps = Pick<StatTileProps, 'label' | 'tone' | 'note'> & { icon?: ReactNode; value: number | undefined; failed?: boolean };

/** A number that is still being counted at first. None has neither icon nor colour. */
function Tile({ label, icon, tone = 'plain', value, failed = false, note }: TileProps) {
  const some = value !== undefined && value > 0;
  const waiting = failed ? 'Not known' : <Skeleton className="my-2 h-4 w-16" />;
  return (
    <StatTile label={label} {...(some ? { icon, tone } : {})} value={value === undefined ? waiting : formatNumber(value)} note={note} />
  );
}

function FirstMarks({ effects, now }: Pick<EffectTilesProps, 'effects' | 'now'>) {
  const day = effects.flatMap(({ firstMarks }) => firstMarks ?? []).sort()[0];
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

/** Where one kind is switched on: how many have been silent for its days already, counted by the policy or not. */
function Silent({ changes, effects, counted }: Pick<EffectTilesProps, 'changes' | 'effects' | 'counted'>) {
  const [change, ...more] = changes;
  const starts = effects.some(({ kind, firstMarks }) => kind === change?.kind && firstMarks !== null);
  if (!change || more.length > 0 || !starts || typeof change.to !== 'number') return null;
  const kind = counted?.proposed.kinds[change.kind];
  return (
    <Tile
      label={`Silent for ${count(change.to, 'day')} already`}
      value={kind?.silent}
      note={`active ${kindWord(change.kind, 2)}${kind?.about ? ', estimated' : ''}`}
    />
  );
}
