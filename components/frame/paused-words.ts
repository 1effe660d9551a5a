import { actorWithin } from '@/components/retention/actor-words.ts';
import { formatInstant } from '@/components/ui/format.ts';

/** R29. Who began a pause, and when. */
export type Pause = { by: string; since: string };

/** "Paused by Dana Whitfield since Jul 5, 2026, 09:14 UTC."; of two pauses by two people, each with its own. */
export function pausedWords(marking: Pause | null, purging: Pause | null): string {
  const [marks, purges] = [marking && originWords(marking), purging && originWords(purging)];
  if (marks && purges && marks !== purges) return `Marking ${marks}, purging ${purges}.`;
  const one = marks ?? purges;
  return one === null ? '' : `Paused ${one}.`;
}

/** "by Dana Whitfield since Jul 5, 2026, 09:14 UTC". */
function originWords({ by, since }: Pause): string {
  return `by ${actorWithin(by)} since ${formatInstant(since)}`;
}
