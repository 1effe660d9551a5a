'use client';

import { CircleAlert, CircleCheck, CircleDashed } from 'lucide-react';
import type { HealthSource } from '@/components/ingest/health-query.ts';
import { Badge } from '@/components/ui/badge.tsx';
import { count, relativeInstant } from '@/components/ui/format.ts';

type ClientStateProps = {
  /** Undefined while nobody knows, null where nothing came. */
  heard: HealthSource | null | undefined;
  now: string | undefined;
};

/** Whether a client is heard, and how lately: green from its first event on that is taken. */
export function ClientState({ heard, now }: ClientStateProps) {
  const taken = heard ? heard.accepted + heard.repeated : 0;
  return (
    <p
      role="status"
      className="flex items-center gap-x-2 gap-y-1 text-muted-foreground text-xs max-sm:max-w-40 max-sm:flex-col-reverse max-sm:items-end max-sm:text-right"
    >
      {heard && now && (
        <span className="tabular-nums">
          {taken > 0 ? count(taken, 'event') : `${count(heard.received, 'event')}, none used`}, last {relativeInstant(heard.last_at, now)}
        </span>
      )}
      {heard === undefined ? null : taken > 0 ? (
        <Badge tone="changed">
          <CircleCheck aria-hidden />
          Connected
        </Badge>
      ) : heard ? (
        <Badge tone="gone">
          <CircleAlert aria-hidden />
          Kept out
        </Badge>
      ) : (
        <Badge>
          <CircleDashed aria-hidden />
          No event in 7 days
        </Badge>
      )}
    </p>
  );
}
