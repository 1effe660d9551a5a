import type { Step } from '#lib/retention/rules/plan.ts';
import type { Tx } from '../client.ts';
import { cascadeMarks } from './cascade-marks.ts';
import type { ChunkResult, ChunkScope, Cursor } from './chunk.ts';
import { endHolds } from './end-holds.ts';
import { liftAccounts } from './lift-accounts.ts';
import { liftAlong } from './lift-along.ts';
import { liftMembers } from './lift-members.ts';
import { markAccounts } from './mark-accounts.ts';
import { markMembers } from './mark-members.ts';
import { purgeAccounts } from './purge-accounts.ts';
import { purgeMembers } from './purge-members.ts';

/** Accounts deleted a chunk: each takes its users, objects and usage with it, so fewer make a chunk's worth of rows. */
const PURGED_ACCOUNTS_A_CHUNK = 500;

/** Runs the next chunk of a step by its statement. */
export function runStep(tx: Tx, scope: ChunkScope, step: Exclude<Step, { name: 'weigh' }>, cursor: Cursor): Promise<ChunkResult> {
  switch (step.name) {
    case 'end-holds':
      return endHolds(tx, scope, step);
    case 'lift-accounts':
      return liftAccounts(tx, scope, step, cursor);
    case 'lift-along':
      return liftAlong(tx, scope);
    case 'lift-members':
      return liftMembers(tx, scope, step, cursor);
    case 'purge-accounts':
      return purgeAccounts(tx, { ...scope, limit: Math.min(scope.limit, PURGED_ACCOUNTS_A_CHUNK) }, step, cursor);
    case 'purge-members':
      return purgeMembers(tx, scope, step, cursor);
    case 'mark-accounts':
      return markAccounts(tx, scope, step, cursor);
    case 'cascade':
      return cascadeMarks(tx, scope, step, cursor);
    case 'mark-members':
      return markMembers(tx, scope, step, cursor);
  }
}
