import { read, transaction } from '#db/client.ts';
import { readPolicies } from '#db/policies.ts';
import { claimAdvance, moveTestClock, releaseAdvance } from '#db/test-clock.ts';
import type { Context } from '#lib/context.ts';
import { createCollection } from '#lib/entities/create-collection.ts';
import { newId } from '#lib/ids.ts';
import { runDaily } from '#lib/retention/run-daily.ts';
import { savePolicies } from '#lib/retention/save-policies.ts';
import { type Day, type Instant, processStart } from '#lib/time.ts';
import { createWorkspace } from '#lib/workspaces/create-workspace.ts';

export type BenchWorkspace = { workspaceId: string; ctx: Context };

/** A workspace on a test clock that stands at `at`. */
export async function makeWorkspace(name: string, at: Instant): Promise<BenchWorkspace> {
  const actor = { type: 'system', name: 'command line' } as const;
  const { workspaceId } = await createWorkspace(actor, { name, testClock: at });
  return { workspaceId, ctx: { workspaceId, actor } };
}

/** Sets the clock forward without running the days between. */
export async function moveClock({ workspaceId }: BenchWorkspace, now: Instant): Promise<void> {
  const claim = { workspaceId, holder: newId() };
  await transaction(workspaceId, async (tx) => {
    await claimAdvance(tx, { ...claim, now: new Date(), until: new Date() });
    await moveTestClock(tx, { ...claim, now, until: new Date() });
    await releaseAdvance(tx, claim);
  });
}

/** Moves the clock to `day`, ready for its daily process, which the answer runs. */
export async function readyFor(workspaces: readonly BenchWorkspace[], day: Day) {
  for (const workspace of workspaces) await moveClock(workspace, processStart(day));
  return async () => {
    const runs = [];
    for (const { workspaceId } of workspaces) runs.push(await runDaily({ workspaceId, startedBy: 'command line' }));
    return runs;
  };
}

/** A collection `deals`, without a policy of its own or of others; gives its id. */
export async function makeDeals({ workspaceId, ctx }: BenchWorkspace): Promise<string> {
  await createCollection(ctx, { collection: 'deals' });
  await savePolicies(ctx, { collections: { deals: null } });
  const { collections } = await read(workspaceId, (tx) => readPolicies(tx, { workspaceId }));
  const [deals] = collections;
  if (!deals) throw new Error('the collection was not made');
  return deals.id;
}
