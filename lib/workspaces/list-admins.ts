import { z } from 'zod';
import { namesWithRole } from '#db/names-with-role.ts';
import { view } from '#lib/view.ts';

/** More names than this help nobody to find one. */
const SHOWN = 4;

/** Whom to ask for a permission: the names of the workspace's global admins. */
export const listAdmins = view({
  name: 'workspace.admins',
  permission: 'member',
  scope: 'read',
  input: z.object({}),
  read: ({ tx, workspaceId }) => namesWithRole(tx, { workspaceId, role: 'global_admin', limit: SHOWN }),
});
