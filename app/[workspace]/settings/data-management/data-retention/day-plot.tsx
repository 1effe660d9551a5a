'use client';

import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { formatDay, formatNumber } from '@/components/ui/format.ts';

export type PlotDay = { day: string; present: number; proposed: number };

/** Two bars a day: by the present policies in grey, by the proposed ones in colour. */
export default function DayPlot({ days, fill }: { days: readonly PlotDay[]; fill: string }) {
  return (
    <ResponsiveContainer width="100%" height="100%">
      <BarChart data={[...days]} margin={{ top: 6, right: 4, bottom: 0, left: 0 }} barCategoryGap={0} barGap={0} accessibilityLayer={false}>
        <CartesianGrid vertical={false} stroke="var(--chart-grid)" />
        <XAxis
          dataKey="day"
          tickFormatter={short}
          tick={tick}
          tickLine={false}
          axisLine={edge}
          minTickGap={48}
          tickMargin={4}
          height={20}
        />
        <YAxis width={44} tick={tick} tickLine={false} axisLine={false} tickFormatter={formatNumber} tickCount={3} allowDecimals={false} />
        <Tooltip cursor={{ fill: 'var(--accent)' }} isAnimationActive={false} content={Note} />
        <Bar dataKey="present" fill="var(--chart-4)" isAnimationActive={false} />
        <Bar dataKey="proposed" fill={fill} isAnimationActive={false} />
      </BarChart>
    </ResponsiveContainer>
  );
}

type NoteProps = { active?: boolean; payload?: readonly { payload?: PlotDay }[] };

function Note({ active, payload }: NoteProps) {
  const at = active ? payload?.[0]?.payload : undefined;
  if (!at) return null;
  return (
    <p className="rounded-md bg-foreground px-3 py-2 text-background text-xs tabular-nums">
      {formatDay(at.day)}: {formatNumber(at.proposed)}, present {formatNumber(at.present)}
    </p>
  );
}

const short = (day: string) => formatDay(day, { year: false });
const tick = { fontSize: 11, fill: 'var(--muted-foreground)' };
const edge = { stroke: 'var(--border)' };
