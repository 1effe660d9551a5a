import { z } from 'zod';

/** A UTC calendar day, `YYYY-MM-DD`. */
export type Day = string & { readonly __day: true };
/** An instant, ISO 8601 in UTC, to the millisecond: `2026-07-04T22:00:00.000Z`. */
export type Instant = string & { readonly __instant: true };

const DAY_MS = 86_400_000;
/** The daily process of a day may start at this hour of it (R28). */
const PROCESS_HOUR_UTC = 2;

/** The days that the database and four digits can both write: it has no year 0. */
const FIRST_DAY = '0001-01-01' as Day;
const LAST_DAY = '9999-12-31' as Day;

/** Reads `YYYY-MM-DD`; a day that no calendar has (2026-02-30, any of the year 0) is a RangeError. */
export function parseDay(text: string): Day {
  if (!isOfCalendar(text) || text < FIRST_DAY) throw new RangeError(`not a day: ${text}`);
  return text as Day;
}

function isOfCalendar(text: string): boolean {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00.000Z`) : Number.NaN;
  return !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === text;
}

/** Reads any ISO 8601 instant that names its offset, and gives it in UTC to the millisecond; anything else is a RangeError. */
export function parseInstant(text: string): Instant {
  const shaped = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.test(text);
  const at = shaped ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(at) || !isOfCalendar(text.slice(0, 10))) throw new RangeError(`not an instant: ${text}`);
  return instantOf(at);
}

/** `ms` since 1970 as an instant. */
export function instantOf(ms: number): Instant {
  return new Date(ms).toISOString() as Instant;
}

export function millisecondsOf(instant: Instant): number {
  return Date.parse(instant);
}

export function dayOf(instant: Instant): Day {
  return instant.slice(0, 10) as Day;
}

/** R28. The process day that may run at `instant`: before 02:00 UTC it is still the day before. */
export function processDayAt(instant: Instant): Day {
  return dayOf(instantOf(millisecondsOf(instant) - PROCESS_HOUR_UTC * 3_600_000));
}

/** 02:00 UTC of a process day. */
export function processStart(day: Day): Instant {
  return `${day}T0${PROCESS_HOUR_UTC}:00:00.000Z` as Instant;
}

/** The first 02:00 UTC strictly after `instant`. */
export function nextProcessStart(instant: Instant): Instant {
  return processStart(addDays(processDayAt(instant), 1));
}

/** Ends at the first and the last day that can be written: somebody who asks for what came before 9999-12-31 asks for everything. */
export function addDays(day: Day, days: number): Day {
  const sum = Date.parse(`${day}T00:00:00.000Z`) + days * DAY_MS;
  if (sum > Date.parse(LAST_DAY)) return LAST_DAY;
  return sum < Date.parse(FIRST_DAY) ? FIRST_DAY : (new Date(sum).toISOString().slice(0, 10) as Day);
}

/** Whole days from `from` to `to`; negative where `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00.000Z`) - Date.parse(`${from}T00:00:00.000Z`)) / DAY_MS);
}

/** The later of two instants or of two days. */
export function laterOf<T extends Day | Instant>(a: T, b: T): T {
  return a < b ? b : a;
}

const accepts = (parse: (text: string) => unknown) => (text: string) => {
  try {
    parse(text);
    return true;
  } catch {
    return false;
  }
};

export const DaySchema = z
  .string()
  .refine(accepts(parseDay), { message: 'Send a day as YYYY-MM-DD.' })
  .transform((text) => text as Day);
export const InstantSchema = z
  .string()
  .refine(accepts(parseInstant), { message: 'Send an instant with its offset, like 2026-07-04T22:00:00Z.' })
  .transform(parseInstant);
/** What a test clock can be set to: far enough from the first and the last day that no policy reaches them. */
export const ClockSchema = InstantSchema.refine((at) => at >= '1970' && at < '9000', 'Send an instant of the years 1970 to 8999.');
