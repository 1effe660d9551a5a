import { AppError } from '#lib/errors.ts';

export function noSuchAccount(): AppError {
  return new AppError('not-found', 'There is no such account in this workspace.');
}
