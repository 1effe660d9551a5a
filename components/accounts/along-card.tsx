import type { AccountPage } from '#lib/entities/account-page.ts';
import { kindName } from '@/components/retention/kind-name.ts';
import { SettingsCard } from '@/components/ui/card.tsx';
import { formatNumber } from '@/components/ui/format.ts';
import { KeyValue, KeyValues } from '@/components/ui/key-values.tsx';

/** R10. What is purged, and revived, with the account. */
export function AlongCard({ page: { account, members, sub_accounts_along } }: { page: AccountPage }) {
  return (
    <SettingsCard title={account.state === 'marked' ? 'Goes along' : 'Would go along'}>
      <KeyValues>
        {members.map(({ kind, along }) => (
          <KeyValue key={kind} label={kindName(kind)}>
            {formatNumber(along)}
          </KeyValue>
        ))}
        <KeyValue label="Sub-accounts">{formatNumber(sub_accounts_along)}</KeyValue>
      </KeyValues>
    </SettingsCard>
  );
}
