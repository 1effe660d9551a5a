import { fillMembers } from '#db/bench/fill.ts';
import { type BenchSignal, ingestFloor } from '#db/bench/ingest-floor.ts';
import { transaction } from '#db/client.ts';
import { recordSignals } from '#lib/ingest/record-signals.ts';
import { addDays, type Instant } from '#lib/time.ts';
import { type BenchLine, type BenchOptions, measurePairs } from './line.ts';
import { type Crowd, HEARD_ON } from './mark.ts';
import { makeDeals, moveClock } from './workspace.ts';

const BATCH = 1_000;
const BATCHES = 10;
/** Signals are about every twentieth account, none of which is marked; each has two users and an object. */
const EVERY = 20;

/** Signals: batches of a thousand over mixed entities, each run on a day of its own, by the command and by bare upserts of the same rows in turn. */
export async function ingestLine(options: BenchOptions, { workspaces: [workspace], each: accounts }: Crowd): Promise<BenchLine> {
  if (!workspace) throw new Error('no workspace to send signals to');
  options.say('writing users and objects');
  const { workspaceId, ctx } = workspace;
  const collectionId = await makeDeals(workspace);
  await transaction(workspaceId, (tx) => fillMembers(tx, { workspaceId, collectionId, every: EVERY, heardOn: HEARD_ON }));
  await options.database.settle(['users', 'objects']);
  const random = seeded(20260228);
  const batches = () =>
    Array.from({ length: BATCHES }, () => Array.from({ length: BATCH }, () => signal(random, Math.floor(accounts / EVERY))));
  const clock = async (run: number) => {
    const now = `${addDays(HEARD_ON, run + 1)}T09:00:00.000Z` as Instant;
    await moveClock(workspace, now);
    return now;
  };
  return measurePairs(
    options,
    { work: 'ingest', k: BATCH * BATCHES, n: accounts },
    async (run) => {
      await clock(run);
      const sent = batches();
      return async () => {
        let accepted = 0;
        for (const signals of sent) accepted += (await recordSignals(ctx, { signals })).accepted;
        return accepted;
      };
    },
    async (run) => {
      const now = await clock(run);
      const upserts = batches().map((signals) => ingestFloor({ workspaceId, collectionId, now, signals }));
      return async () => {
        for (const upsert of upserts) await transaction(workspaceId, upsert);
        return upserts.length * BATCH;
      };
    },
  );
}

/** Of a hundred signals, 40 are usage, 30 an account's attributes, 20 a user's, 10 an object's. */
function signal(random: (below: number) => number, accounts: number): BenchSignal {
  const account = `a${(1 + random(accounts)) * EVERY - 1}`;
  const user = `u${1 + random(2)}`;
  const attributes = { region: 'eu', seats: random(500), tier: random(3) };
  const kind = random(100);
  if (kind < 40) return { type: 'usage', account, user, activity: 'login' };
  if (kind < 70) return { type: 'account', account, attributes };
  if (kind < 90) return { type: 'user', account, user, attributes };
  return { type: 'object', account, collection: 'deals', object: 'o1', attributes };
}

/** Whole numbers from 0 to below the one that is asked for, the same for the same seed. */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
