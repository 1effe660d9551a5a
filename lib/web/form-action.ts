import { revalidatePath } from 'next/cache';
import { headers } from 'next/headers';
import type { Context } from '#lib/context.ts';
import type { ErrorCode } from '#lib/errors.ts';
import { explainFailure } from '#lib/failure.ts';
import { newId } from '#lib/ids.ts';
import { log } from '#lib/log.ts';
import type { FieldError } from '#lib/rules/read-by-schema.ts';
import { DEADLINE_MS, withDeadline } from './deadline.ts';
import { requireSameOrigin } from './same-origin.ts';
import { contextIn } from './session.ts';

export type ActionAnswer<R> =
  | { ok: true; result: R }
  | { ok: false; code: ErrorCode | 'failed'; message: string; fields: readonly FieldError[] };

/** A command as a server action of one workspace: `action(slug, input)`, or `action.bind(null, slug)` as a form's.
 *  Never throws: what failed is said in the answer, and what the person entered stays on the page. */
export function formAction<R>(command: (ctx: Context, input: unknown) => Promise<R>) {
  return async (slug: string, input: unknown): Promise<ActionAnswer<R>> => {
    try {
      requireSameOrigin(await headers());
      const result = await withDeadline(DEADLINE_MS, command(await contextIn(slug), formValues(input)));
      revalidatePath(`/${slug}`, 'layout');
      return { ok: true, result };
    } catch (error) {
      return refusal(error);
    }
  };
}

/** What an action answers where it failed; a fault of ours is logged under a number that the person can pass on. */
export function refusal(error: unknown): Extract<ActionAnswer<never>, { ok: false }> {
  const known = explainFailure(error);
  if (known) return { ok: false, code: known.code, message: known.message, fields: known.fields };
  const requestId = newId();
  log.error('an action failed', { requestId, error });
  return {
    ok: false,
    code: 'failed',
    message: `This failed, and the fault is on our side. Its number in the log is ${requestId}.`,
    fields: [],
  };
}

/** A form's fields as an object; an empty one is null, because "" would be read as 0. */
function formValues(input: unknown): unknown {
  if (!(input instanceof FormData)) return input;
  const named = [...input.entries()].filter(([name]) => !name.startsWith('$'));
  return Object.fromEntries(named.map(([name, value]) => [name, value === '' ? null : value]));
}
