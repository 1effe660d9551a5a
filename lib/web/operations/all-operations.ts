import type { Operation } from '../operation.ts';
import { getAccountOperation, listAccountsOperation } from './accounts.ts';
import { createApiKeyOperation, listApiKeysOperation, revokeApiKeyOperation } from './api-keys.ts';
import { listAuditOperation, verifyAuditOperation } from './audit.ts';
import { createCollectionOperation, listCollectionsOperation } from './collections.ts';
import { listMarkedOperation, reviveOperation } from './marked.ts';
import { listObjectsOperation, listUsersOperation } from './members.ts';
import { getPoliciesOperation, savePoliciesOperation } from './policies.ts';
import { getQuotaOperation } from './quota.ts';
import { getRunOperation, listRunsOperation } from './runs.ts';
import { recordSignalsOperation } from './signals.ts';
import { advanceTestClockOperation, getTestClockOperation } from './test-clock.ts';

/** All that the interface can do, in the order of its document. Each has its route file under app/api/v1. */
export const allOperations: readonly Operation[] = [
  recordSignalsOperation,
  listAccountsOperation,
  getAccountOperation,
  listUsersOperation,
  listObjectsOperation,
  listCollectionsOperation,
  createCollectionOperation,
  getQuotaOperation,
  getPoliciesOperation,
  savePoliciesOperation,
  listMarkedOperation,
  reviveOperation,
  listRunsOperation,
  getRunOperation,
  listAuditOperation,
  verifyAuditOperation,
  listApiKeysOperation,
  createApiKeyOperation,
  revokeApiKeyOperation,
  getTestClockOperation,
  advanceTestClockOperation,
];
