'use client';

import { Boxes, Building2, GitBranch, Ticket, Users } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import type { PolicyRow as PolicyRowFacts } from '#lib/retention/policy-rows.ts';
import { own } from '#lib/retention/rules/own.ts';
import { effectiveDays, expiryOverruled, type PolicySet, policyOf } from '#lib/retention/rules/policy.ts';
import { DaysSelect } from '@/components/retention/days-select.tsx';
import { kindName } from '@/components/retention/kind-name.ts';
import { PolicyRow } from '@/components/retention/policy-row.tsx';
import { textLink } from '@/components/ui/app-link.tsx';
import { Badge } from '@/components/ui/badge.tsx';
import { cn } from '@/components/ui/cn.ts';
import { FieldError } from '@/components/ui/field.tsx';
import { ExpiryChoices } from './expiry-choices.tsx';
import { savedChoice, savedValue } from './policy-draft.ts';
import { policyFacts } from './policy-facts.tsx';
import { choiceWords } from './policy-words.ts';

export type PolicyLineProps = {
  slug: string;
  row: PolicyRowFacts;
  saved: PolicySet;
  /** As the draft would leave them. */
  drafted: PolicySet;
  /** What the control shows; undefined while nothing is chosen. */
  draft: string | undefined;
  faulty: boolean;
  disabled: boolean;
  onChange: (value: string) => void;
  onExplain: () => void;
};

/** One kind: what it is, how many, after how many inactive days it is marked, and what a change would make of that. */
export function PolicyLine(props: PolicyLineProps) {
  const { slug, row, saved, drafted, draft, faulty, disabled, onChange, onExplain } = props;
  const { kind } = row;
  const id = useId();
  const value = draft ?? savedValue(saved, kind);
  const changed = draft !== undefined && draft !== savedValue(saved, kind);
  const expiry = kind === 'free_accounts';
  const overruled = expiry && expiryOverruled(saved);
  const presets = expiry ? [14, 60, 90] : [30, 60, 90, 180, 365];
  const Icon = own(ICONS, kind) ?? Boxes;
  return (
    <PolicyRow
      icon={<Icon />}
      name={kindName(kind)}
      badges={<Badges kind={kind} overruled={overruled} />}
      sentence={sentenceOf(saved, kind, overruled)}
      facts={policyFacts(props)}
      active={row.active}
      marked={overruled ? 'in Accounts' : row.marked}
      due={overruled ? 'in Accounts' : row.due}
      hrefs={hrefsOf(slug, kind)}
      changed={changed}
      control={
        <>
          <DaysSelect
            label={`${kindName(kind)}: delete after inactive days`}
            value={value}
            onChange={onChange}
            presets={presets}
            never
            {...(Object.hasOwn(ICONS, kind) ? {} : { inherit: 'Accounts' })}
            changed={changed}
            invalid={faulty}
            disabled={disabled}
            describedBy={faulty ? id : undefined}
          />
          <FieldError id={id} text={faulty ? 'Enter a whole number from 1 to 3,650, or choose Never.' : undefined} />
        </>
      }
      hint={faulty ? undefined : hintOf(saved, drafted, kind, { changed, value, presets })}
      explain={
        <button type="button" onClick={onExplain} aria-label={`Explain ${kindName(kind)}`} className={cn(textLink, 'ml-auto')}>
          Explain
        </button>
      }
    >
      {expiry && <ExpiryChoices value={value} disabled={disabled} onChange={onChange} />}
    </PolicyRow>
  );
}

/** Marked free accounts are those that expired; the days ahead are those of all kinds. */
function hrefsOf(slug: string, kind: string): { marked: string; due: string } {
  const retention = `/${slug}/settings/data-management/data-retention`;
  const query = new URLSearchParams(kind === 'free_accounts' ? { cause: 'expiry' } : kind === 'accounts' ? {} : { kind });
  return { marked: `${retention}/marked?${query}`, due: `${retention}/overview` };
}

function Badges({ kind, overruled }: { kind: string; overruled: boolean }): ReactNode {
  if (overruled) {
    return (
      <Badge tone="strong">
        <GitBranch aria-hidden />
        Overruled by Accounts
      </Badge>
    );
  }
  return Object.hasOwn(ICONS, kind) ? null : <Badge>Collection</Badge>;
}

function sentenceOf(saved: PolicySet, kind: string, overruled: boolean): string {
  if (overruled) return 'While Accounts is on, free and unknown accounts follow it (R13).';
  const said = own(SENTENCES, kind);
  if (said) return said;
  return policyOf(saved, kind).inherits ? 'Objects. Follow Accounts until given their own days.' : 'Objects. Have days of their own.';
}

/** Under the control: what is saved, what is followed, or what can be entered. */
function hintOf(
  saved: PolicySet,
  drafted: PolicySet,
  kind: string,
  { changed, value, presets }: { changed: boolean; value: string; presets: readonly number[] },
): ReactNode {
  if (changed) return `Saved: ${choiceWords(savedChoice(saved, kind))}`;
  const [before, after] = [effectiveDays(saved, kind), effectiveDays(drafted, kind)];
  if (value === 'inherit') return before === after ? choiceWords(before) : `${followed(before, after)}, then ${choiceWords(after)}`;
  return value === 'never' || presets.includes(Number(value)) ? undefined : '1 to 3,650';
}

const followed = (before: number | null, after: number | null) =>
  before !== null && after !== null ? String(before) : choiceWords(before);

const ICONS: Record<string, typeof Users> = { accounts: Building2, users: Users, free_accounts: Ticket };
const SENTENCES: Record<string, string> = {
  accounts: 'Take their users, their objects and every sub-account below them along.',
  users: 'People of an account. Each has a clock of its own.',
  free_accounts: 'Status free or unknown. The clock always runs; sub-accounts stay.',
};
