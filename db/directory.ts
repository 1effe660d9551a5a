import { asc, eq } from 'drizzle-orm';
import type { Tx } from './client.ts';
import { directory } from './schema/platform.ts';

export type DirectoryEntry = typeof directory.$inferSelect;

/** Null where no workspace is found at this address part. */
export async function workspaceBySlug(tx: Tx, { slug }: { slug: string }): Promise<DirectoryEntry | null> {
  const [entry] = await tx.select().from(directory).where(eq(directory.slug, slug));
  return entry ?? null;
}

/** Null where no workspace has this public service id. */
export async function workspaceByServiceId(tx: Tx, { serviceId }: { serviceId: string }): Promise<DirectoryEntry | null> {
  const [entry] = await tx.select().from(directory).where(eq(directory.serviceId, serviceId));
  return entry ?? null;
}

/** The public service id of a workspace. */
export async function serviceIdOf(tx: Tx, { workspaceId }: { workspaceId: string }): Promise<string> {
  const [entry] = await tx.select({ serviceId: directory.serviceId }).from(directory).where(eq(directory.workspaceId, workspaceId));
  if (!entry) throw new Error(`workspace ${workspaceId} is not in the directory`);
  return entry.serviceId;
}

/** Every workspace, by address part. */
export async function allWorkspaces(tx: Tx): Promise<DirectoryEntry[]> {
  return tx.select().from(directory).orderBy(asc(directory.slug));
}
