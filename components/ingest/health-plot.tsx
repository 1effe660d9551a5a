'use client';

import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { formatDay, formatInstant, formatNumber, utcDay } from '@/components/ui/format.ts';
import type { Counts, HealthHour, Span } from './health-hours.ts';

export type Part = { name: keyof Counts; label: string; fill: string };
type HealthPlotProps = { hours: readonly HealthHour[]; span: Span; parts: readonly Part[] };

/** A bar an hour, its parts one above the other. */
export default function HealthPlot({ hours, span, parts }: HealthPlotProps) {
  const short = (hour: string) => (span === 'day' ? hour.slice(11, 16) : formatDay(utcDay(hour), { year: false }));
  return (
    <ResponsiveContainer width="100%" height="100%">
      <BarChart
        data={[...hours]}
        margin={{ top: 6, right: 4, bottom: 0, left: 0 }}
        barCategoryGap={span === 'day' ? 2 : 0}
        accessibilityLayer={false}
      >
        <CartesianGrid vertical={false} stroke="var(--chart-grid)" />
        <XAxis
          dataKey="hour"
          tickFormatter={short}
          ticks={span === 'day' ? undefined : hours.map(({ hour }) => hour).filter((hour) => hour.slice(11, 13) === '00')}
          tick={tick}
          tickLine={false}
          axisLine={edge}
          minTickGap={32}
          tickMargin={4}
          height={20}
        />
        <YAxis width={44} tick={tick} tickLine={false} axisLine={false} tickFormatter={formatNumber} tickCount={3} allowDecimals={false} />
        <Tooltip cursor={{ fill: 'var(--accent)' }} isAnimationActive={false} content={Note} />
        {parts.map(({ name, fill }) => (
          <Bar key={name} dataKey={name} stackId="all" fill={fill} isAnimationActive={false} />
        ))}
      </BarChart>
    </ResponsiveContainer>
  );
}

type NoteProps = { active?: boolean; payload?: readonly { payload?: HealthHour }[] };

/** All of the hour, whatever the plot shows of it. */
function Note({ active, payload }: NoteProps) {
  const at = active ? payload?.[0]?.payload : undefined;
  if (!at) return null;
  return (
    <div className="rounded-md bg-foreground px-3 py-2 text-background text-xs tabular-nums">
      <p>{formatInstant(at.hour, { year: false })}</p>
      {ALL.map(([name, label]) => (
        <p key={name}>
          {label} {formatNumber(at[name])}
        </p>
      ))}
    </div>
  );
}

const ALL = [
  ['received', 'Received'],
  ['accepted', 'Accepted'],
  ['refused', 'Refused'],
  ['unattributed', 'Unattributed'],
  ['repeated', 'Sent again'],
] as const;
const tick = { fontSize: 11, fill: 'var(--muted-foreground)' };
const edge = { stroke: 'var(--border)' };
