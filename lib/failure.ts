import { sqlState } from '#db/client.ts';
import { NOT_PLAIN } from '#lib/rules/plain-text.ts';
import { AppError } from './errors.ts';

/** What a caller may be told of a failure; null where it is a fault of ours, to be logged and not explained. */
export function explainFailure(error: unknown): AppError | null {
  if (error instanceof AppError) return error;
  const state = sqlState(error);
  if (UNKEEPABLE.test(state)) return new AppError('invalid', NOT_PLAIN);
  if (TOO_MUCH.test(state)) return new AppError('too-large', 'This would come to more than can be stored in one place.');
  if (!DATABASE_AWAY.test(state)) return null;
  return new AppError('unavailable', 'The database cannot be reached or is too busy. Send the request again.', {
    retryAfterSeconds: 2,
  });
}

/** PostgreSQL's words for text with NUL: what no schema refused, the transaction takes back. */
const UNKEEPABLE = /^(22021|22P05)$/;
/** And for a value that no row, index or JSON can hold: many small additions can come to one. */
const TOO_MUCH = /^54\w{3}$/;

/** The driver's and the system's words for a lost connection; PostgreSQL's for: connection, resources, lock, shutdown, conflict. */
const DATABASE_AWAY =
  /^(CONNECT\w*|ECONN\w+|EPIPE|ENOTFOUND|EAI_AGAIN|ENOENT|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|08\w{3}|53\w{3}|55P03|57P0\d|57014|25P03|40001|40P01)$/;
