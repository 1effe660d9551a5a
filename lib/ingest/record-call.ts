import type { Context } from '#lib/context.ts';
import { AppError } from '#lib/errors.ts';
import { recordClient } from './record-client.ts';
import type { TaskCall, TouchpointCall } from './rules/rest-call.ts';

/** Takes one touchpoint or task of Totango's interface. AppError `invalid` where it cannot be used. */
export async function recordCall(ctx: Context, call: TouchpointCall | TaskCall): Promise<void> {
  const { refused } = await recordClient(ctx, { source: 'totango', received: [call] });
  const fields = refused[0]?.errors;
  if (fields) throw new AppError('invalid', 'The input was refused and nothing was changed. See errors.', { fields });
}
