import { z } from 'zod';
import { insertCollection } from '#db/collections.ts';
import { insertPolicy, readPolicies } from '#db/policies.ts';
import { command } from '#lib/command.ts';
import { AppError } from '#lib/errors.ts';
import { newId } from '#lib/ids.ts';
import { newCollectionPolicy } from '#lib/retention/rules/policy.ts';
import { CollectionName } from './rules/collection-name.ts';

export const NewCollection = z.object({ collection: CollectionName });

/** R7. Defines a collection, with its policy from the same moment on. AppError `conflict` where the workspace has one of that name. */
export const createCollection = command({
  name: 'collections.create',
  permission: 'workspace:admin',
  scope: 'admin',
  input: NewCollection,
  async run({ tx, workspaceId, now }, { collection: name }) {
    const { set } = await readPolicies(tx, { workspaceId, lock: true });
    const made = await insertCollection(tx, { workspaceId, id: newId(), name, createdAt: now });
    if (!made) throw new AppError('conflict', `There is a collection ${name} already.`);
    const policy = newCollectionPolicy(set, name, now);
    await insertPolicy(tx, { workspaceId, policy });
    const note = { action: 'collection.created', rule: 'R7', entity: `collections/${name}`, to: { days: 'inherit', mode: policy.mode } };
    return { result: { collection: name }, notes: [note] };
  },
});
