import { and, count, gt, inArray, lte } from 'drizzle-orm';
import type { Tx } from './client.ts';
import { signInAttempts } from './schema/platform.ts';

/** Notes one attempt for each of `subjects`, and forgets those that no longer count. */
export async function insertAttempts(
  tx: Tx,
  { ids, subjects, at, since }: { ids: readonly string[]; subjects: readonly string[]; at: Date; since: Date },
): Promise<void> {
  await tx.delete(signInAttempts).where(lte(signInAttempts.at, since));
  await tx.insert(signInAttempts).values(subjects.map((subject, i) => ({ id: ids[i] as string, subject, at })));
}

/** How many attempts each subject made after `since`. */
export async function countAttempts(
  tx: Tx,
  { subjects, since }: { subjects: readonly string[]; since: Date },
): Promise<Map<string, number>> {
  const rows = await tx
    .select({ subject: signInAttempts.subject, attempts: count() })
    .from(signInAttempts)
    .where(and(inArray(signInAttempts.subject, [...subjects]), gt(signInAttempts.at, since)))
    .groupBy(signInAttempts.subject);
  return new Map(rows.map(({ subject, attempts }) => [subject, attempts]));
}

export async function deleteAttempts(tx: Tx, { ids }: { ids: readonly string[] }): Promise<void> {
  await tx.delete(signInAttempts).where(inArray(signInAttempts.id, [...ids]));
}
