import { sqlState } from '#db/client.ts';
import { AppError } from './errors.ts';

/** What a caller may be told of a failure; null where it is a fault of ours, to be logged and not explained. */
export function explainFailure(error: unknown): AppError | null {
  if (error instanceof AppError) return error;
  if (!DATABASE_AWAY.test(sqlState(error))) return null;
  return new AppError('unavailable', 'The database cannot be reached or is too busy. Send the request again.', {
    retryAfterSeconds: 2,
  });
}

/** The driver's and the system's words for a lost connection; PostgreSQL's for: connection, resources, lock, shutdown, conflict. */
const DATABASE_AWAY =
  /^(CONNECT\w*|ECONN\w+|EPIPE|ENOTFOUND|EAI_AGAIN|ENOENT|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|08\w{3}|53\w{3}|55P03|57P0\d|57014|25P03|40001|40P01)$/;
