const began = performance.now();

/** Progress for the person who waits. On standard error, because standard output belongs to what a command answers. */
export function say(message: string): void {
  console.error(`» ${message} (${((performance.now() - began) / 1000).toFixed(1)} s)`);
}
