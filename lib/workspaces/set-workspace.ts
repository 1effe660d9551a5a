import type { z } from 'zod';
import { writeWorkspaceSettings } from '#db/workspace-settings.ts';
import { command } from '#lib/command.ts';
import { WorkspaceSettings } from './rules/settings.ts';

/** Changes what the contract says of a workspace: plan, longer retention, and how many active accounts it allows. What is not given stays. */
export const setWorkspace = command({
  name: 'workspaces.set',
  permission: 'workspace:admin',
  scope: 'admin',
  input: WorkspaceSettings.partial(),
  locksWorkspace: true,
  async run({ tx, workspaceId, workspace }, given) {
    const before = { plan: workspace.plan, extendedRetention: workspace.extendedRetention, quota: workspace.quota };
    const after = { ...before, ...given };
    await writeWorkspaceSettings(tx, { workspaceId, settings: after });
    const changed = JSON.stringify(before) !== JSON.stringify(after);
    const notes = changed ? [{ action: 'workspace.changed', from: said(before), to: said(after) }] : [];
    return { result: after, notes };
  },
});

const said = ({ plan, extendedRetention, quota }: z.infer<typeof WorkspaceSettings>) => ({ plan, extended: extendedRetention, quota });
