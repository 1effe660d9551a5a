import { z } from 'zod';
import { apiKeysOf } from '#db/api-keys.ts';
import { peopleOf } from '#db/members.ts';
import { actorName } from '#lib/context.ts';
import { view } from '#lib/view.ts';

/** Whom the trail can be filtered by: the daily process, the operator and the pixel, the people of the workspace, and its keys. */
export const listActors = view({
  name: 'audit.actors',
  permission: 'retention:view',
  scope: 'read',
  input: z.object({}),
  async read({ tx, workspaceId }) {
    const people = await peopleOf(tx, { workspaceId });
    const keys = await apiKeysOf(tx, { workspaceId });
    return [
      ...(['daily process', 'command line', 'tracker'] as const).map((name) => ({
        actor: actorName({ type: 'system', name }),
        by: name,
      })),
      ...people.map(({ id, name }) => ({ actor: `person:${id}`, by: name })),
      ...keys.map(({ id, name }) => ({ actor: `key:${id}`, by: `API key ${name}` })),
    ];
  },
});

export type AuditActor = Awaited<ReturnType<typeof listActors>>[number];
