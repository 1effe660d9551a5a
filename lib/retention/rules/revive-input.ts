import { z } from 'zod';
import { MarkedFilter } from './marked-query.ts';

const ONE_OF_BOTH = 'Send either entities or a filter.';

/** What to revive: entities by name, or all marked ones of a kind that a filter finds. An unknown part of a filter is refused: it would otherwise mean more than was asked. */
export const ReviveInput = z
  .object({
    kind: z.string('Choose accounts, users, objects or a collection.'),
    entities: z.array(z.string('Name it by text.'), 'Send a list of entities.').optional(),
    filter: z.strictObject(MarkedFilter).optional(),
  })
  .refine(({ entities, filter }) => (entities === undefined) !== (filter === undefined), { error: ONE_OF_BOTH, path: ['entities'] })
  .meta({
    examples: [
      { kind: 'accounts', entities: ['acme'] },
      { kind: 'accounts', filter: { purge_before: '2026-08-04' } },
    ],
  });
export type ReviveInput = z.infer<typeof ReviveInput>;

/** Why something that was asked for was not revived; `went-along`: revive its account. */
const NOT_REVIVED = ['not-marked', 'unknown', 'went-along'] as const;
export type NotRevived = { entity: string; reason: (typeof NOT_REVIVED)[number] };

export const ReviveAnswer = z.object({
  revived: z.number().int(),
  not_revived: z.array(z.object({ entity: z.string(), reason: z.enum(NOT_REVIVED) })),
});
export type ReviveAnswer = z.infer<typeof ReviveAnswer>;
