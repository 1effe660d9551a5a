export type ForecastDay = { day: string; marks: number; purges: number };

/** A day as it is drawn. Where it is over the scale, both parts are shortened alike and `cut` is what they are together. */
export type Bar = ForecastDay & { drawnMarks: number; drawnPurges: number; cut: number | null };

/** A day or two can be a hundred times the others, which would then not be seen: up to three days that are over four times the next highest are cut. */
export function cutBars(days: readonly ForecastDay[]): Bar[] {
  const totals = days.map(({ marks, purges }) => marks + purges).sort((a, b) => b - a);
  const [highest = 0, next = 0] = [totals[0], totals[MOST_CUT]];
  const scale = next > 0 && highest > next * 4 ? next * 1.25 : highest;
  return days.map((day) => {
    const total = day.marks + day.purges;
    const share = total > scale ? scale / total : 1;
    return { ...day, drawnMarks: day.marks * share, drawnPurges: day.purges * share, cut: total > scale ? total : null };
  });
}

const MOST_CUT = 3;
