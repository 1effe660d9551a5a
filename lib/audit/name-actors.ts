import { z } from 'zod';
import { namesOfKeys } from '#db/api-keys.ts';
import { namesOfPeople } from '#db/people.ts';
import { view } from '#lib/view.ts';

/** What people call the actors of entries, `person:…` and `key:…`, looked up when they are read: the trail itself holds no name. Who is gone keeps the identifier. */
export const nameActors = view({
  name: 'audit.name-actors',
  permission: 'member',
  scope: 'read',
  input: z.object({ actors: z.array(z.string()) }),
  async read({ tx, workspaceId }, { actors }): Promise<Record<string, string>> {
    const people = await namesOfPeople(tx, { ids: idsOf('person', actors) });
    const keys = await namesOfKeys(tx, { workspaceId, ids: idsOf('key', actors) });
    const named = actors.map((actor) => {
      const id = actor.slice(actor.indexOf(':') + 1);
      const key = keys.get(id);
      return [actor, people.get(id) ?? (key === undefined ? actor : `API key ${key}`)];
    });
    return Object.fromEntries(named);
  },
});

function idsOf(type: 'person' | 'key', actors: readonly string[]): string[] {
  const pattern = new RegExp(`^${type}:([0-9a-f-]{36})$`);
  return [...new Set(actors.flatMap((actor) => pattern.exec(actor)?.[1] ?? []))];
}
