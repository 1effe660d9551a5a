import { z } from 'zod';
import { SCOPES } from '#lib/auth/rules/permissions.ts';

/** Requests a second that a new key may make; bursts of five times that. */
export const DEFAULT_RATE = 200;
const RATE_MESSAGE = 'Enter a whole number of requests a second from 1 to 100000.';

export const NewApiKey = z.object({
  name: z.string('Enter a name.').trim().min(1, 'Enter a name.').max(120, 'Enter a name of 120 characters at most.').default('Key'),
  scopes: z
    .array(z.enum(SCOPES, `Choose of ${SCOPES.join(', ')}.`), 'Choose one scope or more.')
    .min(1, 'Choose one scope or more.')
    .transform((scopes) => SCOPES.filter((scope) => scopes.includes(scope))),
  rate: z.int(RATE_MESSAGE).min(1, RATE_MESSAGE).max(100_000, RATE_MESSAGE).default(DEFAULT_RATE),
});
