import type { BenchDatabase } from '#db/bench/bench-database.ts';

export type BenchOptions = { database: BenchDatabase; rows: number; workspaces: number; quick: boolean; say: (what: string) => void };

/** What one piece of work took: ours and its floor, a pair a run, and the rows that each changed. */
/** `peakMb`: the most memory that this process has had until the line was done. */
export type BenchLine = { work: string; k: number; n: number; pairs: Pair[]; peakMb: number };
type Pair = { ours: Took; floor: Took };
type Took = { ms: number; walBytes: number };

/** What a person waits for, which has no floor beside it: each run's time, and what it should stay below; null where nobody says. */
export type TimedLine = { work: string; k: number; n: number; ms: number[]; targetMs: number | null };

/** How often each is run. */
export const RUNS = 5;

/** When ours and the floor have their turn in a pair: one first, then the other. */
export function turnsOf(run: number): { ours: number; floor: number } {
  return run % 2 === 0 ? { ours: 2 * run, floor: 2 * run + 1 } : { floor: 2 * run, ours: 2 * run + 1 };
}

/** Runs ours and the floor alternately, each after a checkpoint, and the other one first every second time. Each is prepared before its time
 *  begins, and says how many rows it changed: all of `k`. */
export async function measurePairs(
  { database, say }: BenchOptions,
  { work, k, n, runs = RUNS }: { work: string; k: number; n: number; runs?: number },
  ours: (run: number) => Promise<() => Promise<number>>,
  floor: (run: number) => Promise<() => Promise<number>>,
): Promise<BenchLine> {
  const pairs: Pair[] = [];
  const took = async (prepare: typeof ours, run: number): Promise<Took> => {
    const act = await prepare(run);
    await database.checkpoint();
    const [before, start] = [await database.walBytes(), performance.now()];
    const changed = await act();
    const ms = performance.now() - start;
    if (changed !== k) throw new Error(`${work} changed ${changed} rows and should have changed ${k}`);
    return { ms, walBytes: (await database.walBytes()) - before };
  };
  for (let run = 0; run < runs; run++) {
    const turns = turnsOf(run);
    const first = turns.ours < turns.floor ? await took(ours, run) : null;
    const bare = await took(floor, run);
    pairs.push({ ours: first ?? (await took(ours, run)), floor: bare });
  }
  say(`${work}: ${pairs.map((pair) => (pair.ours.ms / pair.floor.ms).toFixed(2)).join(', ')}`);
  return { work, k, n, pairs, peakMb: Math.round(process.resourceUsage().maxRSS / 1024) };
}
