import { platform, read } from '#db/client.ts';
import { allWorkspaces, type DirectoryEntry, workspaceBySlug } from '#db/directory.ts';
import { openWorkspace } from '#db/workspace.ts';
import { AppError } from '#lib/errors.ts';
import type { Instant } from '#lib/time.ts';
import type { PLANS } from './rules/settings.ts';

/** A workspace as the operator sees it. */
export type ListedWorkspace = {
  workspace: string;
  service_id: string;
  name: string;
  plan: (typeof PLANS)[number];
  extended: boolean;
  quota: number | null;
  test_clock: Instant | null;
  created_at: Instant;
};

/** Every workspace by its address part, for the operator of the installation. */
export async function listWorkspaces(): Promise<ListedWorkspace[]> {
  const entries = await platform(allWorkspaces);
  const listed: ListedWorkspace[] = [];
  for (const entry of entries) listed.push(await shown(entry));
  return listed;
}

/** One of them; AppError `not-found`. */
export async function workspaceAt(slug: string): Promise<ListedWorkspace & { workspaceId: string }> {
  const entry = await platform((tx) => workspaceBySlug(tx, { slug }));
  if (!entry) throw new AppError('not-found', `There is no workspace ${slug}. \`retention workspace list\` shows those that are there.`);
  return { ...(await shown(entry)), workspaceId: entry.workspaceId };
}

async function shown({ workspaceId, slug, serviceId, name }: DirectoryEntry): Promise<ListedWorkspace> {
  const workspace = await read(workspaceId, (tx) => openWorkspace(tx, { workspaceId }));
  if (!workspace) throw new Error(`workspace ${slug} is in the directory and nowhere else`);
  const { plan, extendedRetention, quota, testClockAt, createdAt } = workspace;
  return {
    workspace: slug,
    service_id: serviceId,
    name,
    plan,
    extended: extendedRetention,
    quota,
    test_clock: testClockAt,
    created_at: createdAt,
  };
}
