import { z } from 'zod';
import { endApiKey } from '#db/api-keys.ts';
import { command } from '#lib/command.ts';
import { AppError } from '#lib/errors.ts';

/** Ends a key at once and for good. AppError `not-found` where the workspace has no such key in force. */
export const revokeApiKey = command({
  name: 'api-keys.revoke',
  permission: 'workspace:admin',
  scope: 'admin',
  input: z.object({ id: z.string() }),
  async run({ tx, workspaceId }, { id }) {
    const ended = UUID.test(id) && (await endApiKey(tx, { workspaceId, id, at: new Date() }));
    if (!ended) throw new AppError('not-found', 'There is no such key in force.');
    return { result: { id }, notes: [{ action: 'api-key.revoked', entity: `api-keys/${id}` }] };
  },
});

const UUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/;
