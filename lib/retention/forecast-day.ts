import { z } from 'zod';
import { type DayExample, examplesOfDay } from '#db/engine/examples-of-day.ts';
import { referenceByPolicy, referenceText } from '#lib/entities/rules/entity-reference.ts';
import { AppError } from '#lib/errors.ts';
import { DaySchema, dayOf, daysBetween, instantOf, nextProcessStart } from '#lib/time.ts';
import { view } from '#lib/view.ts';
import { MAX_FORECAST_DAYS } from './rules/forecast-answer.ts';
import { inactiveDays } from './rules/inactivity.ts';
import { planOfDay } from './start-daily-run.ts';

/** Examples of what a day to come marks and purges if nothing arrives, by the policies as they are: of that day's forecast. */
export const forecastDay = view({
  name: 'forecast.day',
  permission: 'retention:view',
  scope: ['retention', 'read'],
  input: z.object({ day: DaySchema }),
  async read({ tx, workspaceId, workspace, now }, { day }) {
    const plan = await planOfDay(tx, { workspace, day: dayOf(nextProcessStart(now)) });
    const days = daysBetween(plan.day, day) + 1;
    if (days < 1 || days > MAX_FORECAST_DAYS) {
      const message = `Choose a day from ${plan.day} on, at most ${MAX_FORECAST_DAYS} of them.`;
      throw new AppError('invalid', message, { fields: [{ path: 'day', message }] });
    }
    const examples = await examplesOfDay(tx, { workspaceId, plan, days }, day);
    const of = (effect: DayExample['effect']) => examples.filter((example) => example.effect === effect).map(exampleSaid);
    return { day, marks: of('marks'), purges: of('purges') };

    function exampleSaid({ kind, account, member, marked_day, ...row }: DayExample) {
      const last = instantOf(Date.parse(row.last_information_at));
      return {
        kind,
        entity: referenceText(referenceByPolicy(kind, account, member)),
        account,
        name: row.name ?? member ?? account,
        contract_status: row.contract_status,
        contract_value: row.contract_value,
        last_information_at: last,
        inactive_days: inactiveDays(dayOf(last), day),
        marked_on: marked_day,
      };
    }
  },
});
export type ForecastDayExamples = Awaited<ReturnType<typeof forecastDay>>;
