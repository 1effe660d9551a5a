import { AppError } from '#lib/errors.ts';

/** What `work` gives; AppError `unavailable` where it takes longer. A database that accepts and stays silent would be waited on for ever. */
export async function withDeadline<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const refuse = () =>
      reject(new AppError('unavailable', 'This took too long. Look whether it was done before you repeat it.', { retryAfterSeconds: 5 }));
    timer = setTimeout(refuse, ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

export const DEADLINE_MS = 120_000;
