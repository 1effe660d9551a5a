import type { Tx } from './client.ts';
import { apiKeys } from './schema/platform.ts';

export async function insertApiKey(tx: Tx, key: typeof apiKeys.$inferInsert): Promise<void> {
  await tx.insert(apiKeys).values(key);
}
