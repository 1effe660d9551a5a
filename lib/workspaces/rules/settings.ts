import { z } from 'zod';

export const PLANS = ['free_trial', 'non_paying', 'paying'] as const;

/** What the contract with a workspace says. */
export const WorkspaceSettings = z.object({
  plan: z.enum(PLANS, 'Choose free_trial, non_paying or paying.'),
  extendedRetention: z.boolean(),
  /** Active accounts that are allowed; null is no limit (R18). */
  quota: z
    .int('Enter a whole number from 0.')
    .min(0, 'Enter a whole number from 0.')
    .max(2_000_000_000, 'Enter a smaller number.')
    .nullable(),
});
