/** GET, POST: in letters of one width, so that paths stand under one another. */
export function Method({ method }: { method: string }) {
  return <span className="w-11 shrink-0 font-medium font-mono text-2xs text-muted-foreground">{method}</span>;
}
