import { eq } from 'drizzle-orm';
import type { Tx } from './client.ts';
import { workspaces } from './schema/workspaces.ts';

export type WorkspaceSettings = Pick<typeof workspaces.$inferSelect, 'plan' | 'extendedRetention' | 'quota'>;

/** Writes what the operator decides about a workspace. */
export async function writeWorkspaceSettings(
  tx: Tx,
  { workspaceId, settings }: { workspaceId: string; settings: WorkspaceSettings },
): Promise<void> {
  await tx.update(workspaces).set(settings).where(eq(workspaces.id, workspaceId));
}
