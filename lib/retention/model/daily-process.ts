import { daysBetween, plusDays, processDay, startOf } from './days.ts';
import { causeHolds, type Marks, markAllowed, markDay } from './marks.ts';
import { remove } from './people.ts';
import { wentAlong } from './revive.ts';
import { type Account, type Counts, type Day, type Instant, kindOf, type Member, onHold, type Run, type World } from './world.ts';

type Entity = Account | Member;
/** What a run did to whom, with the kind under which a lift counts. */
export type Did = { run: Run; ended: Entity[]; lifted: Map<Entity, string>; purged: Entity[]; marks: Marks };

/** R28. The daily process of the present process day: "end holds whose last day has passed (R15), lift (R14), purge (R11), mark and cascade". Null where the day has
 *  been run: "a day already run does nothing". */
export function runDay(world: World): Did | null {
  const day = processDay(world.now);
  if (world.runs.some((run) => run.day === day)) return null;
  // R29. "An unanswered run is superseded by the next day's."
  for (const waiting of world.runs.flatMap((run) => run.waiting)) waiting.answer ??= 'superseded';
  const run: Run = { day, waiting: [], marked: {}, lifted: {}, purged: {} };
  world.runs.push(run);
  const ended = endHolds(world, day);
  const lifted = lift(world, day);
  const purged = world.paused.purging ? [] : purge(world, day);
  const marks = world.paused.marking ? { accounts: new Map(), members: [] } : markDay(world, day, run.waiting);
  for (const kind of lifted.values()) add(run.lifted, kind);
  for (const entity of purged) add(run.purged, 'account' in entity ? kindOf(entity) : 'accounts');
  addMarks(run, marks);
  return { run, ended, lifted, purged, marks };
}

/** A test clock: "each 02:00:00 UTC after the present instant, up to and including `to`, runs the daily process for that day". */
export function advance(world: World, to: Instant): Did[] {
  const did: Did[] = [];
  for (let day = plusDays(processDay(world.now), 1); startOf(day) <= to; day = plusDays(day, 1)) {
    world.now = startOf(day);
    const done = runDay(world);
    if (done) did.push(done);
  }
  world.now = to;
  return did;
}

/** R15. With an end, a hold is "in force through that process day". */
function endHolds(world: World, day: Day): Entity[] {
  const over = [...world.accounts, ...world.members].filter(({ hold }) => hold?.until && hold.until < day);
  for (const entity of over) entity.hold = null;
  return over;
}

/** R14. Lifts the marks whose own cause no longer holds, "with what went along with it. A hold on a sub-account that went along, or on a user or object of it,
 *  releases that sub-account and what is below it of the same root." */
function lift(world: World, day: Day): Map<Entity, string> {
  const lost = world.accounts.filter((account) =>
    account.mark?.cause === 'parent' ? onHold(world, account) : account.mark && !causeHolds(world, account, day),
  );
  const released = new Set(lost.flatMap((account) => [account, ...wentAlong(world, account)]));
  const members = world.members.filter((member) => member.mark && !causeHolds(world, member, day));
  const lifted = new Map<Entity, string>();
  for (const account of released) lifted.set(account, account.mark?.cause === 'expiry' ? 'free_accounts' : 'accounts');
  for (const member of members) lifted.set(member, kindOf(member));
  for (const entity of lifted.keys()) entity.mark = null;
  return lifted;
}

/** R11. "A marked entity is deleted for good by the first daily process on or after marked_on + 30 days. Its users, objects and what R10 took along go with it." What
 *  went along has the mark's own day. R12: what is left below "stays and becomes a top-level account". */
function purge(world: World, day: Day): Entity[] {
  const isOver = ({ mark }: Entity) => mark !== null && daysBetween(mark.on, day) >= 30;
  const accounts = world.accounts.filter(isOver);
  const members = world.members.filter((member) => isOver(member) || accounts.includes(member.account));
  for (const account of accounts) remove(world, account);
  world.members = world.members.filter((member) => !members.includes(member));
  return [...accounts, ...members];
}

/** R29. A person's answer to a policy whose marks wait in the run of `day`, with the marks that were made; null where it does not wait there. */
export function answer(world: World, day: Day, kind: string, said: 'allowed' | 'refused'): Marks | null {
  const run = world.runs.find((other) => other.day === day);
  const waiting = run?.waiting.find((other) => other.kind === kind && other.answer === null);
  const policy = world.policies.get(kind);
  if (!run || !waiting || !policy) return null;
  waiting.answer = said;
  if (said === 'refused') policy.refused = true;
  const makes = said === 'allowed' && !world.paused.marking;
  const marks = makes ? markAllowed(world, kind, processDay(world.now)) : { accounts: new Map(), members: [] };
  addMarks(run, marks);
  return marks;
}

/** "Marks and lifts of cause expiry count under free_accounts, sub-accounts that go along under accounts." */
function addMarks(run: Run, { accounts, members }: Marks): void {
  for (const { cause } of accounts.values()) add(run.marked, cause === 'expiry' ? 'free_accounts' : 'accounts');
  for (const member of members) add(run.marked, kindOf(member));
}

function add(counts: Counts, kind: string): void {
  counts[kind] = (counts[kind] ?? 0) + 1;
}
