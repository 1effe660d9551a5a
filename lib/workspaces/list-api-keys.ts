import { z } from 'zod';
import { apiKeysOf, type ListedKey } from '#db/api-keys.ts';
import { type Instant, instantOf } from '#lib/time.ts';
import { view } from '#lib/view.ts';

/** The keys of a workspace, those in force first, the latest first. Of a key itself only its beginning is known. */
export const listApiKeys = view({
  name: 'api-keys.list',
  permission: 'workspace:admin',
  scope: 'admin',
  input: z.object({}),
  async read({ tx, workspaceId }) {
    const keys = await apiKeysOf(tx, { workspaceId });
    return { data: keys.map(rowOf) };
  },
});

function rowOf(key: ListedKey) {
  return {
    id: key.id,
    name: key.name,
    prefix: key.prefix,
    scopes: key.scopes,
    rate: key.ratePerSecond,
    created_by: key.createdBy,
    created_at: instantText(key.createdAt),
    last_used_at: key.lastUsedAt && instantText(key.lastUsedAt),
    revoked_at: key.revokedAt && instantText(key.revokedAt),
  };
}

const instantText = (date: Date): Instant => instantOf(date.getTime());
