/** Thrown where a transaction finds that another one came between its reads and its writes: `transaction()` begins it anew. */
export class TryAgain extends Error {
  readonly code = '40001';
}
