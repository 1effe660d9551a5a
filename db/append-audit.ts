import { eq } from 'drizzle-orm';
import { type AuditNote, CHAIN_START, chainHash } from '#lib/audit/rules/chain.ts';
import type { Instant } from '#lib/time.ts';
import type { Tx } from './client.ts';
import { auditEntries, auditHeads } from './schema/runs.ts';

/** R30. Chains `notes` to the trail's end and gives their numbers. Locks the end: call it last in a transaction. */
export async function appendAudit(
  tx: Tx,
  { workspaceId, at, actor, notes }: { workspaceId: string; at: Instant; actor: string; notes: readonly AuditNote[] },
): Promise<number[]> {
  if (notes.length === 0) return [];
  const [head] = await tx.select().from(auditHeads).where(eq(auditHeads.workspaceId, workspaceId)).for('update');
  if (!head) throw new Error('the workspace has no audit trail');
  let { number, hash } = head;
  const entries = notes.map((note) => {
    number += 1;
    const said = {
      number,
      at,
      actor,
      action: note.action,
      rule: note.rule ?? null,
      entity: note.entity ?? null,
      from: note.from ?? null,
      to: note.to ?? null,
    };
    hash = chainHash(hash, said);
    return { workspaceId, ...said, hash };
  });
  await tx.insert(auditEntries).values(entries);
  await tx.update(auditHeads).set({ number, hash }).where(eq(auditHeads.workspaceId, workspaceId));
  return entries.map((entry) => entry.number);
}

/** The trail of a new workspace: empty. */
export async function startAudit(tx: Tx, { workspaceId }: { workspaceId: string }): Promise<void> {
  await tx.insert(auditHeads).values({ workspaceId, number: 0, hash: CHAIN_START });
}
