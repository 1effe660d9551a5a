import { purgeDay, REVIVE_DAYS } from '#lib/retention/rules/lifecycle.ts';
import { type Day, daysBetween } from '#lib/time.ts';
import { count, formatDay } from '@/components/ui/format.ts';
import { DayText, When } from '@/components/ui/when.tsx';
import { daysLeft, silence } from './mark-words.ts';
import { Timeline } from './timeline.tsx';

export type LifeTimelineProps = {
  now: string;
  lastInformationAt: string;
  /** The day of its mark, or else the day that would mark it if nothing arrived. */
  markedOn: string;
  /** The mark is still to come. */
  ahead?: boolean;
  upright?: boolean;
};

/** R9, R11. From the last information over the mark to the purge, with the days of one entity. */
export function LifeTimeline({ now, lastInformationAt, markedOn, ahead, upright }: LifeTimelineProps) {
  const gone = purgeDay(markedOn as Day);
  const silent = silence(lastInformationAt, markedOn);
  const days = silent === null ? 0 : daysBetween(silent.from, silent.to) + 1;
  const left = daysLeft(gone, now);
  const sameYear = silent !== null && silent.from.slice(0, 4) === now.slice(0, 4) && silent.to.slice(0, 4) === now.slice(0, 4);
  return (
    <Timeline
      label="From the last information to the purge"
      upright={upright}
      start={{ label: 'Last information', note: <When at={lastInformationAt} quiet /> }}
      silence={{
        label: count(days, 'inactive day'),
        note:
          upright && silent !== null && `${formatDay(silent.from, { year: !sameYear })} to ${formatDay(silent.to, { year: !sameYear })}`,
      }}
      marked={{ label: ahead ? 'Due' : 'Marked', note: <DayText day={markedOn} time="02:00" now={now} quiet /> }}
      revive={revive({ ahead, upright, left })}
      gone={{ label: 'Gone for good', note: <DayText day={gone} time="02:00" now={now} quiet /> }}
    />
  );
}

function revive({ ahead, upright, left }: { ahead?: boolean | undefined; upright?: boolean | undefined; left: number }) {
  if (ahead) return { label: `${REVIVE_DAYS} days to revive` };
  if (upright) return { label: `${REVIVE_DAYS} days to revive`, note: `${left} left` };
  return { label: `${left} of ${REVIVE_DAYS} days left` };
}
