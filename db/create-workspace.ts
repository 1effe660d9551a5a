import { eq } from 'drizzle-orm';
import { FIXED_KINDS } from '#lib/retention/rules/policy.ts';
import { type Instant, instantOf } from '#lib/time.ts';
import type { Tx } from './client.ts';
import { directory } from './schema/platform.ts';
import { policies, workspaces } from './schema/workspaces.ts';
import { TryAgain } from './try-again.ts';

export async function slugTaken(tx: Tx, { slug }: { slug: string }): Promise<boolean> {
  const rows = await tx.select({ slug: directory.slug }).from(directory).where(eq(directory.slug, slug));
  return rows.length > 0;
}

type NewWorkspace = Pick<typeof workspaces.$inferInsert, 'name' | 'plan' | 'extendedRetention' | 'quota'> & {
  workspaceId: string;
  slug: string;
  serviceId: string;
  testClock: Instant | null;
  /** R13. What free accounts begin with; every other kind begins off (R4). */
  expiryDays: number;
};

export async function insertWorkspace(
  tx: Tx,
  { workspaceId, slug, serviceId, testClock, expiryDays, ...settings }: NewWorkspace,
): Promise<void> {
  const entry = { workspaceId, slug, serviceId, name: settings.name, testClock: testClock !== null };
  const entered = await tx
    .insert(directory)
    .values(entry)
    .onConflictDoNothing({ target: directory.slug })
    .returning({ slug: directory.slug });
  if (entered.length === 0) throw new TryAgain('a workspace of this slug was made by somebody else meanwhile');
  await tx
    .insert(workspaces)
    .values({ id: workspaceId, ...settings, testClockAt: testClock, createdAt: testClock ?? instantOf(Date.now()) });
  await tx
    .insert(policies)
    .values(FIXED_KINDS.map((kind) => ({ workspaceId, kind, days: kind === 'free_accounts' ? expiryDays : null, inherits: false })));
}
