import { z } from 'zod';
import { MAX_DAYS, MIN_DAYS, type PolicyChoice, type PolicyChoices } from './policy.ts';

const SAY = `Enter a whole number from ${MIN_DAYS} to 3,650, or null for Never.`;
const Days = z.int(SAY).min(MIN_DAYS, SAY).max(MAX_DAYS, SAY).nullable();
const CollectionDays = z.union(
  [Days, z.literal('inherit')],
  `Enter a whole number from ${MIN_DAYS} to 3,650, null for Never, or "inherit".`,
);
const PEAK = 'Enter a whole number from 0 to 2,000,000,000.';

/** One save of policies (R4 to R7, R13): what is left out stays as it is. */
export const PoliciesPatch = z
  .strictObject(
    {
      accounts: Days.optional(),
      users: Days.optional(),
      free_accounts: Days.optional(),
      collections: byKind(CollectionDays).optional(),
      accepted: byKind(z.int(PEAK).min(0, PEAK).max(2_000_000_000, PEAK)).optional(),
    },
    { error: (issue) => (issue.code === 'unrecognized_keys' ? `There is no policy called ${issue.keys?.join(', ')}.` : undefined) },
  )
  .meta({ description: 'Inactive days by kind; null is Never.', examples: [{ accounts: 90, collections: { opportunities: 'inherit' } }] });
export type PoliciesPatch = z.infer<typeof PoliciesPatch>;

/** A record reads past a key called `__proto__` without a word; as a kind it is one that nobody defined. */
function byKind<V>(value: z.ZodType<V>) {
  const known = z.custom<Record<string, V>>(
    (given) => typeof given !== 'object' || given === null || !Object.hasOwn(given, '__proto__'),
    'There is no kind called __proto__.',
  );
  return z.record(z.string(), value).and(known);
}

/** The choices of a save by kind. */
export function choicesOf(patch: PoliciesPatch): PolicyChoices {
  const choices = new Map<string, PolicyChoice>(Object.entries(patch.collections ?? {}));
  for (const kind of ['accounts', 'users', 'free_accounts'] as const) {
    const choice = patch[kind];
    if (choice !== undefined) choices.set(kind, choice);
  }
  return choices;
}
