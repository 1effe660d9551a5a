'use client';

import { Bar, BarChart, CartesianGrid, ReferenceArea, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import { formatDay, formatNumber } from '@/components/ui/format.ts';
import { cutBars, type Bar as Drawn, type ForecastDay } from './cut-bars.ts';
import { FORECAST_DAYS } from './overview-addresses.ts';

export type ForecastPlotProps = { days: readonly ForecastDay[]; chosen: string; onChoose: (day: string) => void };

/** A stacked bar a day: marks below, purges above. A press chooses a day; whoever does not use a pointer chooses it with the arrow keys or the buttons below. */
export default function ForecastPlot({ days, chosen, onChoose }: ForecastPlotProps) {
  return (
    <ResponsiveContainer width="100%" height={230}>
      <BarChart
        data={cutBars(days)}
        margin={{ top: 14, right: 8, bottom: 0, left: 0 }}
        barCategoryGap={1}
        accessibilityLayer={false}
        onClick={({ activeLabel }) => typeof activeLabel === 'string' && onChoose(activeLabel)}
      >
        <CartesianGrid vertical={false} stroke="var(--chart-grid)" />
        <XAxis dataKey="day" tickFormatter={short} tick={tick} tickLine={false} axisLine={edge} minTickGap={56} tickMargin={6} />
        <YAxis width={44} tick={tick} tickLine={false} axisLine={false} tickFormatter={formatNumber} tickCount={5} allowDecimals={false} />
        <ReferenceArea x1={chosen} x2={chosen} fill="var(--accent)" fillOpacity={1} />
        <Bar dataKey="drawnMarks" stackId="day" fill="var(--chart-1)" isAnimationActive={false} />
        <Bar dataKey="drawnPurges" stackId="day" fill="var(--chart-2)" isAnimationActive={false} shape={Top} />
      </BarChart>
    </ResponsiveContainer>
  );
}

type TopProps = { x?: number; y?: number; width?: number; height?: number; fill?: string; index?: number; payload?: Drawn };

/** The upper part of a bar. A cut one has a gap across it, and its number beside it: at the left in the later half, where the plot ends. */
function Top({ x = 0, y = 0, width = 0, height = 0, fill, index = 0, payload }: TopProps) {
  const cut = payload?.cut ?? null;
  const late = index > FORECAST_DAYS / 2;
  return (
    <g>
      <rect x={x} y={y} width={width} height={Math.max(0, height)} fill={fill} />
      {cut !== null && (
        <>
          <path d={`M${x - 2} ${y + 16}l${width + 4} -5v4l${-width - 4} 5z`} fill="var(--card)" />
          <text
            x={late ? x - 5 : x + width + 5}
            y={y + 9}
            fontSize={11}
            fontWeight={600}
            textAnchor={late ? 'end' : 'start'}
            fill="var(--foreground)"
          >
            {formatNumber(cut)}
          </text>
        </>
      )}
    </g>
  );
}

const short = (day: string) => formatDay(day, { year: false });
const tick = { fontSize: 11, fill: 'var(--muted-foreground)' };
const edge = { stroke: 'var(--border)' };
