import { GitBranch, TimerOff } from 'lucide-react';
import type { ReactNode } from 'react';
import type { PolicyRow } from '#lib/retention/policy-rows.ts';
import { effectiveDays, expiryOverruled, type PolicySet, policyOf } from '#lib/retention/rules/policy.ts';
import { TextLink } from '@/components/ui/app-link.tsx';
import { formatDay, formatNumber, utcDay } from '@/components/ui/format.ts';
import type { PolicyLineProps } from './policy-line.tsx';

/** Under a kind's name: its clock and mode, what waits, who set it, and what the draft would make of them. */
export function policyFacts({ slug, row, saved, drafted }: PolicyLineProps): ReactNode[] {
  const facts =
    row.kind === 'free_accounts'
      ? expiryFacts(saved, drafted, row.marked)
      : [...clockFacts(saved, drafted, row.kind), dormant(row.dormant)];
  return [...facts, originFact(slug, row.origin, saved, row.kind)].filter((fact) => fact !== null);
}

function clockFacts(saved: PolicySet, drafted: PolicySet, kind: string): ReactNode[] {
  const { mode, since } = policyOf(saved, kind);
  const next = policyOf(drafted, kind);
  const stops = mode !== null && next.mode === null && <Strong key="next">Nothing more is marked once saved</Strong>;
  if (mode !== null && since !== null) return [`${MODES[mode]}, clock since ${formatDay(utcDay(since))}`, stops || null];
  const starts = next.mode && <Strong key="next">{STARTS[next.mode]}</Strong>;
  return ['Off: nothing is marked', starts || laterWords(saved, drafted, kind)];
}

/** Of a kind that is off and stays off: what switching it on would mean. */
function laterWords(saved: PolicySet, drafted: PolicySet, kind: string): ReactNode {
  if (policyOf(saved, kind).inherits)
    return saved.initializedAt === null ? 'Included once Accounts is on' : 'Follows Accounts once it is on';
  if (drafted.initializedAt !== null) return 'Switched on in a later save, it is late';
  return null;
}

function expiryFacts(saved: PolicySet, drafted: PolicySet, marked: number): ReactNode[] {
  const [now, then] = [expiryOverruled(saved), expiryOverruled(drafted)];
  if (now && then) return ['Comes back into force if Accounts is set to Never'];
  if (now) return [<Strong key="next">In force again once saved</Strong>];
  if (!then) return effectiveDays(saved, 'free_accounts') === null ? ['Off: nothing expires'] : ['In force while Accounts is set to Never'];
  return [
    <Strong key="next">
      <GitBranch aria-hidden className="mr-1 inline size-3.5 align-[-2px]" />
      Overruled by Accounts once saved{marked > 0 && `: its ${marked === 1 ? 'mark is' : `${formatNumber(marked)} marks are`} lifted`}
    </Strong>,
  ];
}

function dormant(waiting: number): ReactNode {
  if (waiting === 0) return null;
  return (
    <Strong key="dormant">
      <TimerOff aria-hidden className="mr-1 inline size-3.5 align-[-2px]" />
      Dormant: {formatNumber(waiting)} {waiting === 1 ? 'waits for its' : 'wait for their'} first update
    </Strong>
  );
}

function originFact(slug: string, origin: PolicyRow['origin'], saved: PolicySet, kind: string): ReactNode {
  if (!origin) return policyOf(saved, kind).inherits ? 'Inherits since it was defined' : null;
  const words = `${origin.by}, ${formatDay(utcDay(origin.at))}`;
  if (origin.entry === null) return `Set by ${words}`;
  return (
    <>
      Set by <TextLink href={`/${slug}/settings/data-management/data-retention/audit/${origin.entry}`}>{words}</TextLink>
    </>
  );
}

function Strong({ children }: { children: ReactNode }) {
  return <span className="text-foreground">{children}</span>;
}

const MODES = { included: 'Included', late: 'Late' };
const STARTS = { included: 'Included once saved, clock from the save', late: 'Late once saved: what exists waits for an update' };
