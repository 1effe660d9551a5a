import { eq } from 'drizzle-orm';
import type { Tx } from './client.ts';
import { workspaces } from './schema/workspaces.ts';
import type { Workspace } from './workspace.ts';

export type IngestSettings = { status_names: string[]; value_names: string[]; pixel_needs_key: boolean };

export function readIngestSettings({ statusNames, valueNames, pixelNeedsKey }: Workspace): IngestSettings {
  return { status_names: statusNames, value_names: valueNames, pixel_needs_key: pixelNeedsKey };
}

export async function writeIngestSettings(
  tx: Tx,
  { workspaceId, status_names, value_names, pixel_needs_key }: { workspaceId: string } & IngestSettings,
): Promise<void> {
  await tx
    .update(workspaces)
    .set({ statusNames: status_names, valueNames: value_names, pixelNeedsKey: pixel_needs_key })
    .where(eq(workspaces.id, workspaceId));
}
