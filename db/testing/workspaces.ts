import type { Context } from '#lib/context.ts';
import { type CreatedWorkspace, createWorkspace } from '#lib/workspaces/create-workspace.ts';

export type TestWorkspace = CreatedWorkspace & { ctx: Context };

/** A workspace on a test clock that stands at `at`, and the context of its own operator. */
export async function testWorkspace(at = '2026-07-01T09:00:00Z', name = 'Meridian Cloud'): Promise<TestWorkspace> {
  const workspace = await createWorkspace({ type: 'system', name: 'command line' }, { name, testClock: at });
  return { ...workspace, ctx: { workspaceId: workspace.workspaceId, actor: { type: 'system', name: 'command line' } } };
}
