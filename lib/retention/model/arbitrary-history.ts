import fc from 'fast-check';
import type { History } from './history.ts';
import type { Intent } from './intent.ts';
import * as people from './what-people-decide.ts';
import * as programs from './what-programs-tell.ts';
import * as time from './what-time-brings.ts';

/** How often each intent comes, relative to the others: enough of everything for each situation to arise in one history of two. */
const INTENTS: readonly [weight: number, name: string, intent: fc.Arbitrary<Intent>][] = [
  [3, 'anything', programs.anything],
  [1, 'family', programs.family],
  [1, 'lone user', programs.loneUser],
  [6, 'about an account', programs.aboutAccount],
  [3, 'about a member', programs.aboutMember],
  [1, 'move', programs.move],
  [3, 'days', time.days],
  [1, 'moment', time.moment],
  [1, 'outage', time.outage],
  [2, 'run', time.run],
  [9, 'until due', time.untilDue],
  [6, 'until purge', time.untilPurge],
  [4, 'policy', people.policy],
  [2, 'off and on', people.offAndOn],
  [2, 'inherit', people.inherit],
  [2, 'policies', people.policies],
  [1, 'define', people.define],
  [5, 'hold', people.hold],
  [2, 'end hold', people.endHold],
  [4, 'archive', people.archive],
  [3, 'restore', people.restore],
  [3, 'delete', people.deleteAtOnce],
  [3, 'edit status', people.editStatus],
  [2, 'edit parent', people.editParent],
  [3, 'revive', people.revive],
  [2, 'pause', people.pause],
  [2, 'safety', people.safety],
  [4, 'answer', people.answer],
];

type Command = fc.AsyncCommand<History, null>;

const command = (name: string, intent: fc.Arbitrary<Intent>): fc.Arbitrary<Command> =>
  intent.map((means) => ({
    check: ({ world }) => means(world).length > 0,
    run: (history) => history.play(means),
    toString: () => name,
  }));

const commands = fc.commands<History, null, false>(
  INTENTS.flatMap(([weight, name, intent]) => Array.from({ length: weight }, () => command(name, intent))),
  { maxCommands: 60, size: 'max', disableReplayLog: true },
);

/** A family and policies to begin with, then whatever may come. */
export const arbitraryHistory = fc.record({
  beginning: fc.tuple(programs.family, people.define, people.policies).map((intents) => intents satisfies Intent[]),
  commands,
});
