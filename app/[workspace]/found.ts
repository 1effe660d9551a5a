import { AppError } from '#lib/errors.ts';

/** What `read` gives; null where there is no such thing, or where its name cannot be one. */
export async function found<R>(read: () => Promise<R>): Promise<R | null> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof AppError && ['not-found', 'invalid'].includes(error.code)) return null;
    throw error;
  }
}
