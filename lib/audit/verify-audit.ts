import { z } from 'zod';
import { auditChain, auditEnd } from '#db/audit-entries.ts';
import { view } from '#lib/view.ts';
import { CHAIN_BEGINNING, checkChain, checkEnd } from './rules/check-chain.ts';

/** Entries of one read: 20 MB at the very most. */
const CHUNK = 5_000;

/** R30. Whether the whole trail says what it said when it was written: no entry changed, none missing, none taken from its end. */
export const verifyAudit = view({
  name: 'audit.verify',
  permission: 'retention:view',
  scope: ['retention', 'read'],
  input: z.object({}),
  async read({ tx, workspaceId }) {
    const end = await auditEnd(tx, { workspaceId });
    if (!end) throw new Error('the workspace has no audit trail');
    let state = CHAIN_BEGINNING;
    for (;;) {
      const entries = await auditChain(tx, { workspaceId, after: state.number, last: end.number, limit: CHUNK });
      state = checkChain(state, entries);
      if (state.broken || entries.length < CHUNK) break;
    }
    const { broken, number } = checkEnd(state, end);
    return { valid: broken === null, entries: broken === null ? number : end.number, broken };
  },
});
