import { AppError } from '#lib/errors.ts';
import { newId } from '#lib/ids.ts';
import { methodNotAllowed, problemResponse } from './problem-response.ts';
import { ALL_METHODS } from './rules/methods.ts';
import { UNKNOWN_METHOD } from './rules/refused.ts';

const UNREADABLE = 'The address cannot be read. Begin it with /, and write % only before two hexadecimal digits, of text in UTF-8.';

/** The answer to what `turnAside` turned aside. */
export async function refusedRoute(request: Request): Promise<Response> {
  if (new URL(request.url).pathname === UNKNOWN_METHOD) return methodNotAllowed(ALL_METHODS, newId());
  return problemResponse(new AppError('malformed', UNREADABLE), newId());
}
