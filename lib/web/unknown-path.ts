import { AppError } from '#lib/errors.ts';
import { newId } from '#lib/ids.ts';
import { problemResponse } from './problem-response.ts';

/** The answer where the interface has no such path. */
export async function unknownPath(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  return problemResponse(new AppError('not-found', `There is no ${pathname}. GET /api/v1/openapi.json lists what there is.`), newId());
}
