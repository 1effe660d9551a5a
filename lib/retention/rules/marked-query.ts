import { z } from 'zod';
import { SearchQuery, StatusQuery } from '#lib/entities/rules/entity-query.ts';
import type { EntityKind } from '#lib/entities/rules/entity-reference.ts';
import { type Day, DaySchema } from '#lib/time.ts';
import { MARK_CAUSES, type MarkCause, purgeCutoff } from './lifecycle.ts';

/** Which marked entities: a kind as its tab has it, and what narrows it. */
export const MarkedFilter = {
  cause: z.enum(MARK_CAUSES, `Choose ${MARK_CAUSES.join(', ')}.`).optional(),
  purge_before: DaySchema.optional(),
  contract_status: StatusQuery,
  q: SearchQuery,
};
export const MarkedQuery = z.object({ kind: z.string().default('accounts'), ...MarkedFilter });
export type MarkedQuery = z.infer<typeof MarkedQuery>;

/** What a kind means: `accounts`, `free_accounts` (those that expired), `users`, `objects`, or one collection by its name.
 *  Members that only go along with their account are not among them. */
export type MarkedSet = {
  entity: EntityKind;
  filter: {
    state: 'marked';
    ownMark: true;
    collection?: string;
    causes?: MarkCause[];
    markedBefore?: Day;
    contractStatus?: string | undefined;
    q?: string | undefined;
  };
};

export function markedSet({ kind, cause, purge_before, contract_status, q }: MarkedQuery): MarkedSet {
  const causes = MARK_CAUSES.filter((c) => (cause ?? c) === c && (kind !== 'free_accounts' || c === 'expiry'));
  const entity = kind === 'free_accounts' ? 'accounts' : isEntityKind(kind) ? kind : 'objects';
  return {
    entity,
    filter: {
      state: 'marked',
      ownMark: true,
      ...(entity === 'objects' && kind !== 'objects' ? { collection: kind } : {}),
      ...(causes.length < MARK_CAUSES.length ? { causes } : {}),
      ...(purge_before === undefined ? {} : { markedBefore: purgeCutoff(purge_before) }),
      contractStatus: contract_status,
      q,
    },
  };
}

function isEntityKind(kind: string): kind is EntityKind {
  return kind === 'accounts' || kind === 'users' || kind === 'objects';
}
