import fc from 'fast-check';
import { startOf } from './days.ts';
import { dayIn, type Intent, runOn, save } from './intent.ts';
import { policyOf } from './policies.ts';
import { expire, markAccount, markMember } from './scenes.ts';
import type { Step } from './steps.ts';
import { untilPurge } from './what-time-brings.ts';
import type { World } from './world.ts';

/** A scene with a breaker that trips easily, with or without what was accepted, and mostly answered. */
export const underBreaker: fc.Arbitrary<Intent> = fc
  .record({
    scene: fc.oneof(markAccount, markAccount, markMember, expire),
    share: fc.constantFrom(1, 1, 1, 20),
    floor: fc.constantFrom(1, 2),
    accepted: fc.option(fc.constantFrom(0, 1, 7, 7), { freq: 2 }),
    among: fc.nat(4),
    turn: fc.nat(3),
    way: fc.nat(5),
  })
  .map(
    ({ scene, share, floor, accepted, among, turn, way }) =>
      function* (world) {
        const kinds = [...world.policies.keys()].filter((_, i) => among !== i);
        yield { do: 'safety', share, floor, archivedBlocks: world.archivedBlocks };
        for (const step of scene(world)) {
          if (step.do === 'run' && accepted !== null)
            yield { do: 'save', save: { choices: {}, accepted: Object.fromEntries(kinds.map((kind) => [kind, accepted])) } };
          yield step;
        }
        yield* answered(world, turn, way);
        yield { do: 'safety', share: 20, floor: 100, archivedBlocks: world.archivedBlocks };
      },
  );

/** Answers for what waits; of what was refused nothing is marked in the next run, though another kind is saved before it. */
function* answered(world: World, turn: number, way: number): Generator<Step> {
  const run = world.runs.at(-1);
  const waits = run?.waiting.filter(({ answer }) => answer === null) ?? [];
  const kind = waits[turn % waits.length]?.kind;
  if (!run || kind === undefined || way === 0) return;
  if (way === 1) yield { do: 'wait', at: startOf(dayIn(world, 1)) };
  yield { do: 'answer', day: run.day, kind, said: way < 4 ? 'allowed' : 'refused' };
  const other = ['accounts', 'users'].find((one) => one !== kind) ?? 'users';
  if (way === 5) yield save({ [other]: policyOf(world, other).choice });
  if (way >= 4) yield* runOn(world, dayIn(world, 1));
}

export const answer: fc.Arbitrary<Intent> = fc.record({ turn: fc.nat(3), way: fc.nat(5) }).map(
  ({ turn, way }) =>
    (world) =>
      answered(world, turn, way),
);

/** The purge day of an account comes while purging is paused. */
export const purgingPaused: fc.Arbitrary<Intent> = fc.tuple(markAccount, untilPurge).map(
  ([mark, until]) =>
    function* (world) {
      yield* mark(world);
      yield { do: 'pause', marking: false, purging: true };
      yield* until(world);
      yield { do: 'pause', marking: false, purging: false };
    },
);

/** A scene while marking or purging is paused. */
export const underPause: fc.Arbitrary<Intent> = fc
  .record({ scene: fc.oneof(markAccount, markMember, expire, untilPurge, untilPurge), marking: fc.boolean() })
  .map(
    ({ scene, marking }) =>
      function* (world) {
        yield { do: 'pause', marking, purging: !marking };
        yield* scene(world);
        yield { do: 'pause', marking: false, purging: false };
      },
  );
