import type { Health } from './health-query.ts';

export type Counts = Record<'received' | 'accepted' | 'refused' | 'unattributed' | 'repeated' | 'redated', number>;
export type HealthHour = Counts & { /** Its first instant. */ hour: string };

export const SPANS = { day: { hours: 24, label: '24 hours' }, week: { hours: 7 * 24, label: '7 days' } };
export type Span = keyof typeof SPANS;

const HOUR_MS = 3_600_000;

/** Every hour of the span that ends with the present one, those in which nothing came as 0. */
export function everyHour({ hours, to }: Pick<Health, 'hours' | 'to'>, span: Span): HealthHour[] {
  const known = new Map(hours.map((one) => [one.hour, one]));
  const last = Math.floor(Date.parse(to) / HOUR_MS) * HOUR_MS;
  return Array.from({ length: SPANS[span].hours }, (_, i) => {
    const hour = new Date(last - (SPANS[span].hours - 1 - i) * HOUR_MS).toISOString();
    return known.get(hour) ?? { hour, ...NOTHING };
  });
}

export function sumOf(hours: readonly Counts[]): Counts {
  const sum = { ...NOTHING };
  for (const one of hours) for (const name of Object.keys(sum) as (keyof Counts)[]) sum[name] += one[name];
  return sum;
}

/** Not stored, though it was no repetition. */
export const keptOut = ({ refused, unattributed }: Counts) => refused + unattributed;

const NOTHING: Counts = { received: 0, accepted: 0, refused: 0, unattributed: 0, repeated: 0, redated: 0 };
