'use client';

import { Bar, BarChart, CartesianGrid, ReferenceArea, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { count, formatDay, formatNumber } from '@/components/ui/format.ts';
import { everyDay, type UsageDay, within } from './usage-days.ts';

export type UsagePlotProps = {
  from: string;
  to: string;
  days: readonly UsageDay[];
  /** UTC days. */
  lastInformation: string;
  markedOn: string | null;
  inactiveDays: number | null;
};

/** Usage per day, with the last information and the mark drawn, and the silence between them shaded. */
export default function UsagePlot({ from, to, days, lastInformation, markedOn, inactiveDays }: UsagePlotProps) {
  const data = everyDay(from, to, days);
  const last = within(lastInformation, from);
  const mark = markedOn === null ? null : within(markedOn, from);
  const silentTo = mark ?? to;
  // Two labels that would run into each other stand one above the other.
  const close = last !== null && mark !== null && apart(last, mark) < 60;
  return (
    <ResponsiveContainer width="100%" height={190}>
      <BarChart data={data} margin={{ top: close ? 38 : 24, right: 8, bottom: 0, left: 0 }} barCategoryGap={1} accessibilityLayer={false}>
        <CartesianGrid vertical={false} stroke="var(--chart-grid)" />
        <XAxis dataKey="day" tickFormatter={short} tick={tick} tickLine={false} axisLine={edge} minTickGap={56} tickMargin={6} />
        <YAxis width={44} tick={tick} tickLine={false} axisLine={false} tickFormatter={formatNumber} tickCount={4} allowDecimals={false} />
        {silentTo > (last ?? from) && (
          <ReferenceArea
            x1={last ?? from}
            x2={silentTo}
            fill="var(--muted)"
            fillOpacity={1}
            label={inactiveDays !== null && inactiveDays > 20 ? { value: count(inactiveDays, 'inactive day'), ...quiet } : undefined}
          />
        )}
        <Tooltip cursor={{ fill: 'var(--accent)' }} isAnimationActive={false} content={Note} />
        <Bar dataKey="count" fill="var(--chart-3)" isAnimationActive={false} />
        {last !== null && (
          <ReferenceLine
            x={last}
            stroke="var(--foreground)"
            strokeWidth={1.5}
            label={atTop('Last information', last, from, 'var(--foreground)')}
          />
        )}
        {mark !== null && (
          <ReferenceLine
            x={mark}
            stroke="var(--marked-fill)"
            strokeWidth={2}
            label={{ ...atTop('Marked', mark, from, 'var(--marked)'), dy: close ? -13 : 0 }}
          />
        )}
      </BarChart>
    </ResponsiveContainer>
  );
}

type NoteProps = { active?: boolean; payload?: readonly { payload?: UsageDay }[] };

function Note({ active, payload }: NoteProps) {
  const day = active ? payload?.[0]?.payload : undefined;
  if (!day) return null;
  return (
    <p className="rounded-md bg-foreground px-3 py-2 text-background text-xs tabular-nums">
      {formatDay(day.day)}: {count(day.count, 'use')}
    </p>
  );
}

/** Left of its line, unless that stands near the left edge. */
function atTop(word: string, day: string, from: string, fill: string) {
  const left = apart(from, day) > 45;
  return {
    value: `${word}, ${short(day)}`,
    position: 'top' as const,
    fill,
    fontSize: 11,
    fontWeight: 600,
    textAnchor: left ? ('end' as const) : ('start' as const),
  };
}

const apart = (a: string, b: string) => (Date.parse(b) - Date.parse(a)) / 86_400_000;
const short = (day: string) => formatDay(day, { year: false });
const tick = { fontSize: 11, fill: 'var(--muted-foreground)' };
const quiet = { fontSize: 11, fill: 'var(--muted-foreground)' };
const edge = { stroke: 'var(--border)' };
