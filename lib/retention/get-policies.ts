import { z } from 'zod';
import { readPolicies } from '#db/policies.ts';
import { view } from '#lib/view.ts';
import { policiesAnswer } from './rules/policies-answer.ts';

/** The policies of a workspace, as the HTTP interface says them. */
export const getPolicies = view({
  name: 'policies.get',
  permission: 'retention:view',
  scope: ['retention', 'read'],
  input: z.object({}),
  async read({ tx, workspaceId }) {
    const { set, collections } = await readPolicies(tx, { workspaceId });
    return policiesAnswer(set, collections);
  },
});
