/** What a data address answered where it gave no data, in words for the person who waits for it. */
export class DataError extends Error {
  /** Of the HTTP answer; 0 where there was none. */
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.name = 'DataError';
    this.status = status;
  }
}

/** Reads `/…/data/…` with the session's cookie. A query's key is its address. */
export async function fetchData({ queryKey, signal }: { queryKey: readonly unknown[]; signal: AbortSignal }): Promise<unknown> {
  const response = await fetch(String(queryKey[0]), { signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]) }).catch(
    (error) => {
      if (signal.aborted) throw error;
      throw new DataError(0, `The server did not answer within ${TIMEOUT_MS / 1000} seconds.`);
    },
  );
  const body: unknown = await response.json().catch(() => null);
  if (response.ok) return body;
  throw new DataError(response.status, detailOf(body) ?? `The server answered with status ${response.status}.`);
}

/** Whether asking again can help: the server was away or at fault, and did not refuse. */
export function isPassing(error: unknown): boolean {
  return !(error instanceof DataError) || error.status === 0 || error.status >= 500 || error.status === 429;
}

const TIMEOUT_MS = 30_000;

function detailOf(body: unknown): string | null {
  return typeof body === 'object' && body !== null && 'detail' in body && typeof body.detail === 'string' ? body.detail : null;
}
