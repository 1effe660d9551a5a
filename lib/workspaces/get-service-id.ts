import { z } from 'zod';
import { serviceIdOf } from '#db/directory.ts';
import { view } from '#lib/view.ts';

/** The workspace's public service id, which trackers bear and which can only send. */
export const getServiceId = view({
  name: 'service-id.get',
  permission: 'workspace:admin',
  scope: 'admin',
  input: z.object({}),
  read: ({ tx, workspaceId }) => serviceIdOf(tx, { workspaceId }),
});
