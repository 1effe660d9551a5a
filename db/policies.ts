import { and, asc, eq } from 'drizzle-orm';
import type { Policy, PolicySet } from '#lib/retention/rules/policy.ts';
import type { Instant } from '#lib/time.ts';
import type { Tx } from './client.ts';
import { collections } from './schema/entities.ts';
import { policies, workspaces } from './schema/workspaces.ts';

export type StoredPolicy = typeof policies.$inferSelect;
type StoredPolicies = { set: PolicySet; rows: StoredPolicy[]; collections: { id: string; name: string }[] };

/** The policies of a workspace and the collections that they are for, both in the order of their names. `lock` keeps other saves waiting. */
export async function readPolicies(
  tx: Tx,
  { workspaceId, lock = false }: { workspaceId: string; lock?: boolean },
): Promise<StoredPolicies> {
  const workspace = tx.select({ initializedAt: workspaces.initializedAt }).from(workspaces).where(eq(workspaces.id, workspaceId));
  const [found] = lock ? await workspace.for('update') : await workspace;
  const rows = await tx.select().from(policies).where(eq(policies.workspaceId, workspaceId)).orderBy(asc(policies.kind));
  const named = await tx
    .select({ id: collections.id, name: collections.name })
    .from(collections)
    .where(eq(collections.workspaceId, workspaceId))
    .orderBy(asc(collections.name));
  return { set: { initializedAt: found?.initializedAt ?? null, policies: rows.map(policyOfRow) }, rows, collections: named };
}

type SavedPolicies = {
  workspaceId: string;
  set: PolicySet;
  kinds: readonly string[];
  accepted: ReadonlyMap<string, number | null>;
  by: string;
  at: Instant;
};

/** R29. Until the kind's next save none of its marks are made. */
export async function refusePolicy(tx: Tx, { workspaceId, kind, at }: { workspaceId: string; kind: string; at: Instant }): Promise<void> {
  await tx
    .update(policies)
    .set({ refusedAt: at })
    .where(and(eq(policies.workspaceId, workspaceId), eq(policies.kind, kind)));
}

/** Writes the policies of `kinds` as `set` has them, by whom and when, and the initialization (R5). A kind saved
 *  is refused no longer; `accepted` sets the peak that is allowed, null takes it away (R29). */
export async function writePolicies(tx: Tx, { workspaceId, set, kinds, accepted, by, at }: SavedPolicies): Promise<void> {
  await tx.update(workspaces).set({ initializedAt: set.initializedAt }).where(eq(workspaces.id, workspaceId));
  for (const policy of set.policies) {
    const { days, inherits, mode, since, kind } = policy;
    const said = kinds.includes(kind) ? { setBy: by, setAt: at, refusedAt: null } : {};
    const peak = accepted.get(kind);
    const allowed = peak === undefined ? {} : { acceptedMarks: peak };
    await tx
      .update(policies)
      .set({ days, inherits, mode, since, ...said, ...allowed })
      .where(and(eq(policies.workspaceId, workspaceId), eq(policies.kind, kind)));
  }
}

/** The policy of a collection that was just defined (R7). */
export async function insertPolicy(tx: Tx, { workspaceId, policy }: { workspaceId: string; policy: Policy }): Promise<void> {
  await tx.insert(policies).values({ workspaceId, ...policy });
}

function policyOfRow({ kind, days, inherits, mode, since }: StoredPolicy): Policy {
  return { kind, days, inherits, mode, since };
}
