import fc from 'fast-check';
import * as brakes from './brakes.ts';
import { followUp } from './follow-ups.ts';
import type { Intent } from './intent.ts';
import * as lives from './lives.ts';
import * as scenes from './scenes.ts';
import * as people from './what-people-decide.ts';
import * as programs from './what-programs-tell.ts';
import * as time from './what-time-brings.ts';

/** How often each intent comes, relative to the others: enough of everything for each situation to arise in one history of two. */
const INTENTS: [weight: number, intent: fc.Arbitrary<Intent>][] = [
  [6, scenes.markAccount],
  [4, scenes.markMember],
  [3, scenes.expire],
  [3, scenes.throughAnOlderMark],
  [2, scenes.expiredGoesAlong],
  [6, brakes.underBreaker],
  [3, brakes.underPause],
  [2, brakes.purgingPaused],
  [4, lives.ofOneMarkedTwice],
  [6, lives.ofTheArchived],
  [3, lives.ofANewCollection],
  [18, followUp],
  [3, brakes.answer],
  [2, programs.anything],
  [2, programs.loneUser],
  [1, programs.aboutAccount],
  [1, programs.aboutMember],
  [1, programs.move],
  [1, time.days],
  [1, time.moment],
  [1, time.outage],
  [1, time.run],
  [1, time.untilDue],
  [2, time.untilPurge],
  [1, people.policy],
  [1, people.offAndOn],
  [2, people.inherit],
  [1, people.policies],
  [1, people.unknownPolicy],
  [1, people.hold],
  [1, people.endHold],
  [1, people.archive],
  [1, people.restore],
  [1, people.deleteAtOnce],
  [1, people.editStatus],
  [1, people.editParent],
  [1, people.revive],
  [3, people.reviveFound],
  [1, people.pause],
  [1, people.safety],
];

const intent = fc.oneof(...INTENTS.map(([weight, arbitrary]) => ({ weight, arbitrary })));
/** An intent, and what follows from it. */
const chapter = fc.tuple(intent, followUp, followUp).map(
  (intents): Intent =>
    function* (world) {
      for (const intent of intents) yield* intent(world);
    },
);
const beginning = fc.oneof(
  fc.tuple(programs.family, people.define, people.policies),
  fc.tuple(people.define, people.policies, programs.family),
  fc.tuple(people.define, programs.family, time.outage, people.policies, time.run),
);
/** Chance alone, or a choice of many for the director. */
const choice = fc.oneof(
  { weight: 1, arbitrary: fc.tuple(intent) },
  { weight: 4, arbitrary: fc.array(fc.oneof(intent, chapter), { minLength: 60, maxLength: 60 }) },
);
const middle = fc.array(choice, { minLength: 18, maxLength: 22 });

/** A family and policies to begin with, in some order; then whatever may come. */
export const arbitraryHistory: fc.Arbitrary<(readonly Intent[])[]> = fc
  .tuple(beginning, middle)
  .map(([first, then]) => [...first.map((one) => [one]), ...then]);
