import type { Operation } from '../operation.ts';
import { archiveAccountOperation, deleteAccountOperation, editAccountOperation, restoreAccountOperation } from './account-changes.ts';
import { getAccountOperation, listAccountsOperation } from './accounts.ts';
import { createApiKeyOperation, listApiKeysOperation, revokeApiKeyOperation } from './api-keys.ts';
import { listAuditOperation, verifyAuditOperation } from './audit.ts';
import { createCollectionOperation, listCollectionsOperation } from './collections.ts';
import { accountHoldOperations, listHoldsOperation, objectHoldOperations, userHoldOperations } from './holds.ts';
import { getIngestHealthOperation, getIngestSettingsOperation, saveIngestSettingsOperation } from './ingest.ts';
import { listMarkedOperation, reviveOperation } from './marked.ts';
import { listObjectsOperation, listUsersOperation } from './members.ts';
import { getPoliciesOperation, savePoliciesOperation } from './policies.ts';
import { explainEntityOperation, getForecastOperation, previewPoliciesOperation } from './preview.ts';
import { getQuotaOperation } from './quota.ts';
import { getRunOperation, listRunsOperation } from './runs.ts';
import {
  allowMarksOperation,
  getPauseOperation,
  getSafetyOperation,
  refuseMarksOperation,
  saveSafetyOperation,
  setPauseOperation,
} from './safety.ts';
import { recordSignalsOperation } from './signals.ts';
import { advanceTestClockOperation, getTestClockOperation } from './test-clock.ts';
import { createTaskOperation, logTouchpointOperation, saveTaskOperation } from './totango.ts';

/** All that the interface can do, in the order of its document. Each has its route file under app/api. */
export const allOperations: readonly Operation[] = [
  recordSignalsOperation,
  logTouchpointOperation,
  createTaskOperation,
  saveTaskOperation,
  getIngestHealthOperation,
  getIngestSettingsOperation,
  saveIngestSettingsOperation,
  listAccountsOperation,
  getAccountOperation,
  editAccountOperation,
  deleteAccountOperation,
  archiveAccountOperation,
  restoreAccountOperation,
  listUsersOperation,
  listObjectsOperation,
  listCollectionsOperation,
  createCollectionOperation,
  getQuotaOperation,
  getPoliciesOperation,
  savePoliciesOperation,
  previewPoliciesOperation,
  getForecastOperation,
  explainEntityOperation,
  listMarkedOperation,
  reviveOperation,
  listRunsOperation,
  getRunOperation,
  allowMarksOperation,
  refuseMarksOperation,
  getSafetyOperation,
  saveSafetyOperation,
  getPauseOperation,
  setPauseOperation,
  listHoldsOperation,
  ...accountHoldOperations,
  ...userHoldOperations,
  ...objectHoldOperations,
  listAuditOperation,
  verifyAuditOperation,
  listApiKeysOperation,
  createApiKeyOperation,
  revokeApiKeyOperation,
  getTestClockOperation,
  advanceTestClockOperation,
];
