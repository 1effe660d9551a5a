'use client';

import { cn } from './cn.ts';
import { formatDay, formatInstant, relativeDay, relativeInstant, utcDay } from './format.ts';
import { Hint } from './tooltip.tsx';

type Looks = {
  /** The workspace's clock, ISO. Left out: no "(in 30 days)". */
  now?: string;
  /** Without the year, where all shown days are of one. */
  year?: boolean;
  /** Without the dotted line, as in tables. */
  quiet?: boolean;
  className?: string;
};

type WhenProps = Looks & {
  /** ISO instant. */
  at: string;
  /** "Jul 5, 2026, 02:00 UTC (in 9 hours)" instead of the day alone. */
  minutes?: boolean;
};

/** "Aug 4, 2026 (in 30 days)"; hover, focus and tap show the instant in UTC and where the reader is. */
export function When({ at, now, year = true, quiet, minutes, className }: WhenProps) {
  const text = minutes ? formatInstant(at, { year }) : formatDay(utcDay(at), { year });
  const relative = now && (minutes ? relativeInstant(at, now) : relativeDay(utcDay(at), now));
  return <Stamp at={at} text={text} relative={relative} quiet={quiet} className={className} />;
}

type DayTextProps = Looks & {
  /** UTC day, 'YYYY-MM-DD'. */
  day: string;
  /** The time of that day which is meant, 'HH:MM' UTC: a purge day means its daily process. */
  time?: string;
};

/** A UTC day, written as `When` writes it. */
export function DayText({ day, time = '00:00', now, year = true, quiet, className }: DayTextProps) {
  return (
    <Stamp
      at={`${day}T${time}:00.000Z`}
      dateTime={day}
      text={formatDay(day, { year })}
      relative={now && relativeDay(day, now)}
      quiet={quiet}
      className={className}
    />
  );
}

type StampProps = { at: string; dateTime?: string; text: string; relative: string | undefined; quiet?: boolean; className?: string };

function Stamp({ at, dateTime = at, text, relative, quiet, className }: StampProps) {
  return (
    <span className={cn('whitespace-nowrap tabular-nums', className)}>
      <Hint content={<Instants at={at} />}>
        <button
          type="button"
          className={cn(
            'cursor-help rounded-sm',
            !quiet && 'underline decoration-muted-foreground decoration-dotted underline-offset-[3px]',
          )}
        >
          <time dateTime={dateTime}>{text}</time>
        </button>
      </Hint>
      {relative && <span className="font-normal text-muted-foreground"> ({relative})</span>}
    </span>
  );
}

/** Drawn in the browser only, as the server does not know where the reader is. */
function Instants({ at }: { at: string }) {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const local = zone.split('/').at(-1)?.replaceAll('_', ' ') ?? 'Here';
  return (
    <dl className="grid grid-cols-[auto_auto] gap-x-4 tabular-nums">
      <dt>UTC</dt>
      <dd>{clock(at, 'UTC')}</dd>
      <dt>{local === 'UTC' ? 'Here' : local}</dt>
      <dd>{clock(at, zone)}</dd>
    </dl>
  );
}

function clock(at: string, timeZone: string): string {
  // Swedish writes dates as ISO does.
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(new Date(at));
}
