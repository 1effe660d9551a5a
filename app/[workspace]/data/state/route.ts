import { dataRoute } from '#lib/web/data-route.ts';
import { workspaceState } from '#lib/workspaces/workspace-state.ts';

export const GET = dataRoute(workspaceState);
