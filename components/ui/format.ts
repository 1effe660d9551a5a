/** Everything is written in English and UTC, so that server and browser write the same. Days are 'YYYY-MM-DD', instants ISO text. */
export function formatNumber(value: number): string {
  return numbers.format(value);
}

/** "20.5 %"; `share` is 0 to 1. */
export function formatShare(share: number): string {
  return `${shares.format(share * 100)} %`;
}

/** "1 account", "1,204 accounts". */
export function count(value: number, one: string, many = `${one}s`): string {
  return `${formatNumber(value)} ${value === 1 ? one : many}`;
}

/** "Aug 4, 2026", or "Aug 4" where the year is understood. */
export function formatDay(day: string, { year = true }: { year?: boolean } = {}): string {
  return (year ? days : daysOfYear).format(new Date(`${day}T00:00:00Z`));
}

/** "Jul 5, 2026, 02:00 UTC". */
export function formatInstant(at: string, options: { year?: boolean } = {}): string {
  return `${formatDay(utcDay(at), options)}, ${at.length > 10 ? times.format(new Date(at)) : '00:00'} UTC`;
}

/** The UTC day of an instant. */
export function utcDay(at: string): string {
  return new Date(at).toISOString().slice(0, 10);
}

/** "today", "tomorrow", "in 30 days", "12 days ago": whole UTC days from the day of `now`. */
export function relativeDay(day: string, now: string): string {
  const away = (Date.parse(`${day}T00:00:00Z`) - Date.parse(`${utcDay(now)}T00:00:00Z`)) / dayMs;
  if (away === 0) return 'today';
  if (Math.abs(away) === 1) return away > 0 ? 'tomorrow' : 'yesterday';
  return direction(away, 'day');
}

/** "in 9 hours", "2 minutes ago"; from a day on, as `relativeDay`. What is begun is not counted: 9 hours 40 are 9. */
export function relativeInstant(at: string, now: string): string {
  const awayMs = Date.parse(at) - Date.parse(now);
  const size = Math.abs(awayMs);
  if (size >= dayMs) return relativeDay(utcDay(at), now);
  if (size >= hourMs) return direction(awayMs / hourMs, 'hour');
  if (size >= minuteMs) return direction(awayMs / minuteMs, 'minute');
  return awayMs > 0 ? 'in less than a minute' : 'just now';
}

/** "48 s", "6 min 3 s", "2 h 5 min". */
export function formatDuration(durationMs: number): string {
  const s = Math.floor(durationMs / 1000);
  if (s < 1) return `${Math.max(0, Math.round(durationMs))} ms`;
  if (s < 60) return `${s} s`;
  if (s < 3600) return [`${Math.floor(s / 60)} min`, s % 60 ? `${s % 60} s` : ''].filter(Boolean).join(' ');
  return [`${Math.floor(s / 3600)} h`, Math.floor(s / 60) % 60 ? `${Math.floor(s / 60) % 60} min` : ''].filter(Boolean).join(' ');
}

/** "Dana Whitfield", "Dana Whitfield or Priya Raman", "A, B or C". */
export function either(names: readonly string[]): string {
  return alternatives.format(names);
}

function direction(away: number, unit: string): string {
  const text = count(Math.floor(Math.abs(away)), unit);
  return away > 0 ? `in ${text}` : `${text} ago`;
}

const minuteMs = 60_000;
const hourMs = 3_600_000;
const dayMs = 86_400_000;
const numbers = new Intl.NumberFormat('en-US');
const shares = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 });
const utc = { timeZone: 'UTC', month: 'short', day: 'numeric' } as const;
const days = new Intl.DateTimeFormat('en-US', { ...utc, year: 'numeric' });
const daysOfYear = new Intl.DateTimeFormat('en-US', utc);
const times = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', hour: '2-digit', minute: '2-digit' });
const alternatives = new Intl.ListFormat('en-GB', { type: 'disjunction' });
