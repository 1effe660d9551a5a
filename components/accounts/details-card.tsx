import type { ReactNode } from 'react';
import type { AccountPage } from '#lib/entities/account-page.ts';
import { ContractStatus } from '@/components/retention/contract-status.tsx';
import { kindName } from '@/components/retention/kind-name.ts';
import { causeWords } from '@/components/retention/mark-words.ts';
import { TextLink } from '@/components/ui/app-link.tsx';
import { SettingsCard } from '@/components/ui/card.tsx';
import { Code } from '@/components/ui/code.tsx';
import { count, formatNumber } from '@/components/ui/format.ts';
import { KeyValue, KeyValues } from '@/components/ui/key-values.tsx';
import { When } from '@/components/ui/when.tsx';
import { AccountState } from './account-state.tsx';
import { inactiveText } from './inactive-text.ts';

export type DetailsCardProps = { page: AccountPage; hrefOf: (account: string) => string; edit: ReactNode };

export function DetailsCard({ page, hrefOf, edit }: DetailsCardProps) {
  const { account, policy, above } = page;
  const parent = above.at(-1);
  return (
    <SettingsCard title="Details" action={edit}>
      <KeyValues>
        <KeyValue label="State">
          <AccountState of={account} />
        </KeyValue>
        {account.cause !== null && <KeyValue label="Cause">{causeOf(account)}</KeyValue>}
        <KeyValue label="Contract status">
          <ContractStatus status={account.contract_status} />
        </KeyValue>
        <KeyValue label="Contract value">{account.contract_value === null ? '–' : formatNumber(account.contract_value)}</KeyValue>
        <KeyValue label="Inactive days">{inactiveText(account.inactive_days)}</KeyValue>
        <KeyValue label="Last information">
          <When at={account.last_information_at} quiet />, {page.last_information_type}
        </KeyValue>
        <KeyValue label="Created">
          <When at={account.created_at} quiet />
        </KeyValue>
        <KeyValue label="Parent">
          {account.parent === null ? '–' : <TextLink href={hrefOf(account.parent)}>{parent?.name ?? account.parent}</TextLink>}
        </KeyValue>
        <KeyValue label="Policy">{policy === null ? 'None' : `${kindName(policy.kind)}, ${count(policy.days, 'day')}`}</KeyValue>
      </KeyValues>
    </SettingsCard>
  );
}

/** What the sender told besides: the first few, in the order of their names. */
export function AttributesCard({ attributes }: { attributes: Record<string, unknown> }) {
  const named = Object.entries(attributes).sort(([a], [b]) => (a < b ? -1 : 1));
  if (named.length === 0) return null;
  return (
    <SettingsCard title="Attributes">
      <KeyValues>
        {named.slice(0, SHOWN).map(([name, value]) => (
          <KeyValue key={name} label={<span className="block max-w-32 truncate">{name}</span>}>
            <Code className="block truncate" title={textOf(value)}>
              {textOf(value)}
            </Code>
          </KeyValue>
        ))}
        {named.length > SHOWN && <KeyValue label="More">{formatNumber(named.length - SHOWN)}</KeyValue>}
      </KeyValues>
    </SettingsCard>
  );
}

function causeOf({ cause, root }: AccountPage['account']): ReactNode {
  if (cause === 'parent') return <>Goes with {root ?? 'its parent'} (R10)</>;
  return cause === 'expiry' ? 'Expired (R13)' : `${causeWords(cause)} (R9)`;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

const SHOWN = 12;
