import { z } from 'zod';
import { latestAuditEntries } from '#db/audit-entries.ts';
import { countAccountsOfKind, countMembersOfKind, type KindCount, type KindQuestion } from '#db/count-kinds.ts';
import { readPolicies, type StoredPolicy } from '#db/policies.ts';
import { nameActors } from '#lib/audit/name-actors.ts';
import type { Scene } from '#lib/command.ts';
import type { Instant } from '#lib/time.ts';
import { addDays, type Day, processDayAt } from '#lib/time.ts';
import { view } from '#lib/view.ts';
import { kindsOf } from './rules/plan.ts';
import { dueCondition, expiryOverruled, isAccountKind, type PolicySet, policyOf } from './rules/policy.ts';

/** How far ahead a row counts what falls due if nothing arrives. */
const DUE_WITHIN_DAYS = 30;

/** Who saved a policy last, by name, when, and the number of the audit entry that says so. */
type PolicyOrigin = { by: string; at: Instant; entry: number | null };
export type PolicyRow = KindCount & { kind: string; origin: PolicyOrigin | null };

/** The policies as they stand, and a row for each kind: how many are active, marked, due within 30 days, and waiting for their first update where it is late. */
export const policyRows = view({
  name: 'policies.rows',
  permission: 'retention:view',
  scope: ['retention', 'read'],
  input: z.object({}),
  async read(scene, _) {
    const { tx, workspaceId, now } = scene;
    const { set, rows: stored, collections } = await readPolicies(tx, { workspaceId });
    const day = addDays(processDayAt(now), DUE_WITHIN_DAYS);
    const rows: PolicyRow[] = [];
    for (const kind of kindsOf(collections)) {
      const counts = await countKind(scene, kind, collections.find((c) => c.name === kind)?.id ?? null, questionOf(set, kind, day));
      rows.push({
        kind,
        ...counts,
        origin: await originOf(
          scene,
          stored.find((row) => row.kind === kind),
        ),
      });
    }
    return { now, set, rows: overruled(set, rows) };
  },
});
export type PolicyRows = Awaited<ReturnType<typeof policyRows>>;

function questionOf(set: PolicySet, kind: string, day: Day): KindQuestion {
  const { mode, since } = policyOf(set, kind);
  return { due: dueCondition(set, kind, day), lateSince: mode === 'late' ? since : null };
}

function countKind({ tx, workspaceId }: Scene, kind: string, collectionId: string | null, question: KindQuestion): Promise<KindCount> {
  if (isAccountKind(kind)) return countAccountsOfKind(tx, { workspaceId, question, kind });
  return countMembersOfKind(tx, { workspaceId, question, members: { kind, collectionId } });
}

async function originOf({ tx, ctx, workspaceId }: Scene, stored: StoredPolicy | undefined): Promise<PolicyOrigin | null> {
  if (!stored?.setBy || !stored.setAt) return null;
  const { kind, setBy, setAt } = stored;
  const filter = { action: 'policy.saved', entity: `policies/${kind}` };
  const [entry] = await latestAuditEntries(tx, { workspaceId, filter, below: null, limit: 1 });
  const names = await nameActors({ ...ctx, tx }, { actors: [setBy] });
  return { by: names[setBy] ?? setBy, at: setAt, entry: entry?.number ?? null };
}

/** R13. While an account policy overrules expiry, the marks of expiry that are still to be lifted stand in its row too. */
function overruled(set: PolicySet, rows: readonly PolicyRow[]): PolicyRow[] {
  const expired = rows.find((row) => row.kind === 'free_accounts')?.marked ?? 0;
  return rows.map((row) => (row.kind === 'accounts' && expiryOverruled(set) ? { ...row, marked: row.marked + expired } : row));
}
