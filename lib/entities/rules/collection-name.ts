import { z } from 'zod';
import { RESERVED_KINDS } from '#lib/retention/rules/policy.ts';

/** What a collection may be called: a policy's kind and an entity's kind stand beside its name, so it bears none of theirs. */
export const CollectionName = z
  .string('Enter a name.')
  .regex(/^[A-Za-z0-9][A-Za-z0-9 _-]{0,62}$/, 'Enter letters, digits, spaces, _ or -, a letter or digit first, 63 at most.')
  .refine((name) => !RESERVED_KINDS.includes(name), `Choose another name: ${RESERVED_KINDS.join(', ')} mean something else.`);
