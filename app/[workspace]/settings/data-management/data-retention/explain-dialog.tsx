'use client';

import { dueDay } from '#lib/retention/rules/inactivity.ts';
import { purgeDay, REVIVE_DAYS } from '#lib/retention/rules/lifecycle.ts';
import { own } from '#lib/retention/rules/own.ts';
import { effectiveDays, expiryOverruled, type PolicySet, policyOf } from '#lib/retention/rules/policy.ts';
import { type Day, dayOf, type Instant } from '#lib/time.ts';
import { kindName } from '@/components/retention/kind-name.ts';
import { Timeline } from '@/components/retention/timeline.tsx';
import { Dialog, DialogBody, DialogContent } from '@/components/ui/dialog.tsx';
import { count, formatDay, relativeDay } from '@/components/ui/format.ts';

export type ExplainDialogProps = {
  /** Null: closed. */
  kind: string | null;
  /** The policies as they are, or as the draft would leave them. */
  set: PolicySet;
  /** Whether `set` is a draft. */
  draft: boolean;
  now: Instant;
  onClose: () => void;
};

/** What happens to something of a kind that tells something today and then falls silent, drawn with its own days. */
export function ExplainDialog({ kind, set, draft, now, onClose }: ExplainDialogProps) {
  return (
    <Dialog open={kind !== null} onOpenChange={(open) => !open && onClose()}>
      {kind !== null && (
        <DialogContent title={`${kindName(kind)}: what happens, and when`} description={headOf(set, kind, draft)} size="lg">
          <DialogBody className="grid gap-4">
            <Drawing set={set} kind={kind} now={now} />
            <Words set={set} kind={kind} now={now} />
          </DialogBody>
        </DialogContent>
      )}
    </Dialog>
  );
}

function Drawing({ set, kind, now }: { set: PolicySet; kind: string; now: Instant }) {
  const days = daysOf(set, kind);
  if (days === null) return null;
  const today = dayOf(now);
  const marked = dueDay(today, days);
  const said = (day: Day) => `${formatDay(day)} (${relativeDay(day, now)})`;
  return (
    <Timeline
      label={`${kindName(kind)}, from the last information to the deletion`}
      start={{ label: 'Last information', note: said(today) }}
      silence={{ label: count(days, 'inactive day') }}
      marked={{ label: 'Marked', note: said(marked) }}
      revive={{ label: `${REVIVE_DAYS} days to revive` }}
      gone={{ label: 'Gone for good', note: said(purgeDay(marked)) }}
    />
  );
}

function Words({ set, kind, now }: { set: PolicySet; kind: string; now: Instant }) {
  const days = daysOf(set, kind);
  return (
    <ul className="grid list-disc gap-1.5 pl-4 text-base marker:text-muted-foreground">
      {days === null && <li>{offWords(set, kind)}</li>}
      {days !== null && (
        <li>
          What tells something today and nothing more is marked on {formatDay(dueDay(dayOf(now), days))}. Neither day counts (R3, R9).
        </li>
      )}
      {modeWords(set, kind)}
      <li>{own(ALONG, kind) ?? 'An object goes along when its account is marked (R10).'}</li>
      <li>
        Information or a person revives what is marked, until the daily process of its purge day has run (R11, R12). A hold keeps it from
        both (R15).
      </li>
    </ul>
  );
}

function modeWords(set: PolicySet, kind: string) {
  const { mode, since } = policyOf(set, kind);
  if (mode === null || since === null) return null;
  const day = formatDay(dayOf(since));
  return mode === 'included' ? (
    <li>Included: what was silent before {day} counts from that day on (R5).</li>
  ) : (
    <li>Late: each counts only from its first update after {day}; what has sent none since is dormant and stays (R6).</li>
  );
}

function headOf(set: PolicySet, kind: string, draft: boolean): string {
  const days = daysOf(set, kind);
  const said = days === null ? 'Never deleted' : `Deleted after ${count(days, 'inactive day')}`;
  const whose = kind !== 'accounts' && policyOf(set, kind).inherits ? ', as Accounts are' : '';
  return `${said}${whose}${draft ? ', with the changes that are not saved yet' : ''}.`;
}

function offWords(set: PolicySet, kind: string): string {
  if (kind === 'free_accounts' && expiryOverruled(set)) return 'Free and unknown accounts follow Accounts while that is on (R13).';
  return 'Nothing of this kind is marked for a cause of its own while this is Never (R4).';
}

/** R13. While accounts are on, free accounts have no days of their own. */
function daysOf(set: PolicySet, kind: string): number | null {
  return kind === 'free_accounts' && expiryOverruled(set) ? null : effectiveDays(set, kind);
}

const ALONG: Record<string, string> = {
  accounts: 'Its users, its objects and every sub-account below it go along, however active they are (R10).',
  users: 'A user goes along when its account is marked (R10). What a user tells counts for its account, too (R1).',
  free_accounts: 'Its users and objects go along. Sub-accounts stay, and become top-level when it is gone (R13).',
};
