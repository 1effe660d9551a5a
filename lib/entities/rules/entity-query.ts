import { z } from 'zod';
import { ENTITY_STATES, type EntityState } from './entity-answer.ts';

/** `?state=` of lists: active ones unless another is asked for. */
export const StateQuery = z.enum([...ENTITY_STATES, 'all'], 'Choose active, marked, archived or all.').default('active');

/** Undefined does not narrow. */
export function stateOf(state: z.infer<typeof StateQuery>): EntityState | undefined {
  return state === 'all' ? undefined : state;
}

/** A contract status as it is kept: trimmed, in lower case. Empty is not asked for. */
export const StatusQuery = z
  .string()
  .transform((text) => text.trim().toLowerCase() || undefined)
  .optional();

/** Part of a name, or the beginning of an identifier. Empty is not asked for. */
export const SearchQuery = z
  .string()
  .transform((text) => text.trim() || undefined)
  .optional();
