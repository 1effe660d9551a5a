const began = performance.now();

/** Progress for the person who waits. On standard error, because standard output belongs to what a command answers. */
export function say(message: string): void {
  console.error(`» ${message} (${((performance.now() - began) / 1000).toFixed(1)} s)`);
}

/** What went wrong, in one line: where it was thrown helps nobody who launches. */
export function sayFault(error: unknown): void {
  console.error(error instanceof Error ? error.message : error);
}
