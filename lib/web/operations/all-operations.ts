import type { Operation } from '../operation.ts';
import { createApiKeyOperation, listApiKeysOperation, revokeApiKeyOperation } from './api-keys.ts';
import { listAuditOperation, verifyAuditOperation } from './audit.ts';
import { createCollectionOperation, listCollectionsOperation } from './collections.ts';
import { recordSignalsOperation } from './signals.ts';

/** All that the interface can do, in the order of its document. Each has its route file under app/api/v1. */
export const allOperations: readonly Operation[] = [
  recordSignalsOperation,
  listCollectionsOperation,
  createCollectionOperation,
  listAuditOperation,
  verifyAuditOperation,
  listApiKeysOperation,
  createApiKeyOperation,
  revokeApiKeyOperation,
];
