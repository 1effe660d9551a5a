import fc from 'fast-check';
import { later, plusDays, processDay } from './days.ts';
import { type Intent, NAMES, runOn } from './intent.ts';
import { hasExpired, hasReached } from './policies.ts';
import type { Account, Day, World } from './world.ts';

const hour = fc.constantFrom('01:00:00.000', '02:00:00.000', '09:30:00.000', '23:59:59.999');
const heard = fc.subarray(NAMES);
const chunkRows = fc.constantFrom(5000, 5000, 5000, 5000, 1, 3);

/** A few days, each with its daily process. */
export const days: fc.Arbitrary<Intent> = fc.record({ days: fc.integer({ min: 1, max: 3 }), hour }).map(({ days, hour }) => (world) => [
  { do: 'advance', to: ahead(world, plusDays(world.now.slice(0, 10), days), hour) },
]);

/** A moment: later the same day, or the very next millisecond. */
export const moment: fc.Arbitrary<Intent> = fc
  .oneof(hour, fc.constant(null))
  .map((time) => (world) => [{ do: 'advance', to: time === null ? nextMillisecond(world) : ahead(world, world.now.slice(0, 10), time) }]);

/** Days that are missed. */
export const outage: fc.Arbitrary<Intent> = fc.record({ days: fc.integer({ min: 1, max: 6 }), hour }).map(({ days, hour }) => (world) => [
  { do: 'wait', at: ahead(world, plusDays(world.now.slice(0, 10), days), hour) },
]);

export const run: fc.Arbitrary<Intent> = chunkRows.map((chunkRows) => () => [{ do: 'run', chunkRows }]);

/** The next day that marks something, with some that are heard of just before. */
export const untilDue: fc.Arbitrary<Intent> = fc.record({ heard, chunkRows }).map(({ heard, chunkRows }) => (world) => {
  const day = nextDueDay(world);
  return day === undefined ? [] : runOn(world, day, { heard: named(world, heard), chunkRows });
});

/** The purge day of a mark that stands, the day before or the one after. */
export const untilPurge: fc.Arbitrary<Intent> = fc
  .record({ heard, chunkRows, turn: fc.nat(20), off: fc.constantFrom(0, 0, 0, -1, 1) })
  .map(({ heard, chunkRows, turn, off }) => (world) => {
    const marks = [...world.accounts, ...world.members].flatMap(({ mark }) => mark?.on ?? []).sort();
    const on = marks[turn % marks.length];
    return on === undefined ? [] : runOn(world, plusDays(on, 30 + off), { heard: named(world, heard), chunkRows });
  });

function named(world: World, names: readonly string[]): Account[] {
  return world.accounts.filter(({ name }) => names.includes(name));
}

/** The first process day, from the next one on and within three weeks, that marks something if nothing arrives. */
function nextDueDay(world: World): Day | undefined {
  const present = processDay(world.now);
  return Array.from({ length: 21 }, (_, i) => plusDays(present, i + 1)).find(
    (day) =>
      world.accounts.some((account) => account.mark === null && (hasReached(world, account, day) || hasExpired(world, account, day))) ||
      world.members.some((member) => member.mark === null && member.account.mark === null && hasReached(world, member, day)),
  );
}

/** An hour of a day; now where that is over. */
function ahead(world: World, day: Day, time: string): string {
  return later(world.now, `${day}T${time}Z`);
}

function nextMillisecond({ now }: World): string {
  return new Date(Date.parse(now) + 1).toISOString();
}
