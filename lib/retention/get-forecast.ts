import { z } from 'zod';
import { forecastDays } from '#db/engine/forecast-days.ts';
import { dayOf, nextProcessStart } from '#lib/time.ts';
import { view } from '#lib/view.ts';
import { byDay, FORECAST_DAYS, MAX_FORECAST_DAYS } from './rules/forecast-answer.ts';
import { planOfDay } from './start-daily-run.ts';

const SAY = `Enter a whole number of days from 1 to ${MAX_FORECAST_DAYS}.`;
const ForecastInput = z.object({
  days: z.coerce.number(SAY).int(SAY).min(1, SAY).max(MAX_FORECAST_DAYS, SAY).default(FORECAST_DAYS),
});

/** Marks and purges of the days to come under the policies as they are, if nothing arrives: from the next daily process on. `kinds` has each day's by kind. */
export const getForecast = view({
  name: 'forecast.get',
  permission: 'retention:view',
  scope: ['retention', 'read'],
  input: ForecastInput,
  async read({ tx, workspaceId, workspace, now }, { days }) {
    const plan = await planOfDay(tx, { workspace, day: dayOf(nextProcessStart(now)) });
    const counts = await forecastDays(tx, { workspaceId, plan, days });
    return { data: byDay(counts, plan.day, days), kinds: [...counts] };
  },
});
