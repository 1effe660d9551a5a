import fc from 'fast-check';
import { setClock } from '#db/testing/set-clock.ts';
import type { Context } from '#lib/context.ts';
import { newId } from '#lib/ids.ts';
import { startDailyRun } from '#lib/retention/start-daily-run.ts';
import { workChunk } from '#lib/retention/work-daily-run.ts';
import { startOf } from './days.ts';
import type { Signal } from './information.ts';
import { takeRealStep } from './product.ts';
import type { Step } from './steps.ts';

const account = fc.constantFrom(...'abcdefghijklmnopqrst');
const user = fc.constantFrom('u', 'v');
const login = { activity: fc.constant('login') };
const is = <T extends string>(type: T) => fc.constant(type);

const signal: fc.Arbitrary<Signal> = fc.oneof(
  fc.record({ type: is('usage'), account, ...login }),
  fc.record({ type: is('usage'), account, user, ...login }),
  fc.record({ type: is('usage'), user, ...login }),
  fc.record({ type: is('object'), account, collection: is('deals'), object: user }),
  fc.record({ type: is('account'), account, attributes: fc.record({ parent: fc.option(account) }) }),
);
const reference = fc.oneof(
  account.map((name) => ({ account: name })),
  fc.record({ account, member: user }),
);
const few = fc.constantFrom(null, 1, 2, 3);

/** What a program tells, what people decide. */
const telling: fc.Arbitrary<Step> = fc.record({ do: is('tell'), signals: fc.array(signal, { minLength: 1, maxLength: 6 }) });
const reviving: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: is('revive'),
    references: fc.uniqueArray(account, { minLength: 1, maxLength: 3 }).map((all) => all.map((name) => ({ account: name }))),
  }),
  fc.record({ do: is('revive-found'), filter: fc.record({ kind: fc.constantFrom('accounts', 'users', 'objects', 'free_accounts') }) }),
);
const deciding: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: is('save'), save: fc.record({ choices: fc.record({ accounts: few, users: few, deals: few, free_accounts: few }) }) }),
  fc.record({ do: is('hold'), reference, until: fc.constant(null) }),
  fc.record({ do: is('end-hold'), reference }),
  fc.record({ do: fc.constantFrom('archive', 'restore', 'delete'), account }),
  fc.record({ do: is('edit'), account, patch: fc.record({ contract_status: fc.constantFrom('free', 'paying') }) }),
);

/** A round: the days that go by before it, and what everybody does in it at the same time, each one thing after the other. */
const round = fc.record({
  days: fc.constantFrom(1, 1, 2, 3, 30),
  chunkRows: fc.integer({ min: 1, max: 6 }),
  people: fc.tuple(
    fc.array(telling, { minLength: 4, maxLength: 8 }),
    fc.array(telling, { minLength: 4, maxLength: 8 }),
    fc.array(reviving, { maxLength: 3 }),
    fc.array(deciding, { maxLength: 4 }),
  ),
});

export function roundsOf(seed: number, count: number) {
  return fc.sample(round, { seed, numRuns: count });
}

/** Everybody works at once, on connections of their own: programs, people, and workers that take the day's run from each other after every few rows. */
export async function playRound(ctx: Context, { chunkRows, people }: ReturnType<typeof roundsOf>[number], day: string): Promise<void> {
  await setClock(ctx.workspaceId, startOf(day));
  const everybody = [...people.map((steps) => takeAll(ctx, steps)), ...Array.from({ length: 3 }, () => workOn(ctx, chunkRows))];
  const over = Promise.all(everybody);
  await Promise.all([over, tick(ctx, day, over)]);
}

async function takeAll(ctx: Context, steps: readonly Step[]): Promise<void> {
  for (const step of steps) await takeRealStep(ctx, step);
}

async function workOn({ workspaceId }: Context, chunkRows: number): Promise<void> {
  const { day } = await startDailyRun({ workspaceId, startedBy: 'a test' });
  while ((await workChunk({ workspaceId, day, holder: newId(), leaseMs: 0, chunkRows })) === 'more');
}

/** The clock goes on all the while, a millisecond at a time, so that whatever came later bears a later instant. */
async function tick({ workspaceId }: Context, day: string, until: Promise<unknown>): Promise<void> {
  let going = true;
  const stop = () => {
    going = false;
  };
  until.then(stop, stop);
  for (let at = Date.parse(startOf(day)) + 1; going; at++) await setClock(workspaceId, new Date(at).toISOString());
}
