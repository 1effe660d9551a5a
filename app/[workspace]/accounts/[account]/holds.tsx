'use client';

import { Shield } from 'lucide-react';
import type { AccountPage } from '#lib/entities/account-page.ts';
import type { AccountHolds } from '#lib/holds/holds-of-account.ts';
import { HoldCard } from '@/components/accounts/hold-card.tsx';
import { dataAddress } from '@/components/data/data-address.ts';
import { useData } from '@/components/data/use-data.ts';
import { type Allowed, may, PermittedButton } from '@/components/retention/permitted-button.tsx';
import type { AccountActions } from './use-account-actions.tsx';

/** Why an account is on hold; undefined for people who may not see retention. */
export function useHolds(slug: string, { account }: AccountPage, allowed: Allowed): AccountHolds | undefined {
  const enabled = may(allowed, 'retention:view');
  return useData<AccountHolds>(dataAddress(slug, 'account/holds', { account: account.account }), { enabled }).data;
}

export type HoldsProps = { page: AccountPage; holds: AccountHolds | undefined; allowed: Allowed; actions: AccountActions };

export function Holds({ page: { account, now }, holds, allowed, actions }: HoldsProps) {
  return (
    <HoldCard
      now={now}
      marked={account.state === 'marked'}
      onHold={account.on_hold}
      holds={holds}
      put={
        <PermittedButton
          permission="retention:hold"
          doing="Putting on hold"
          allowed={allowed}
          className="w-full"
          onClick={() => actions.setAsked({ name: 'hold', revives: false })}
        >
          <Shield aria-hidden />
          Put on hold
        </PermittedButton>
      }
      actionsOf={(hold) => (
        <>
          {hold.kind === 'accounts' && (
            <PermittedButton
              permission="retention:hold"
              doing="Changing a hold"
              allowed={allowed}
              onClick={() => actions.setAsked({ name: 'hold', revives: false, initial: { reason: hold.reason, until: hold.until } })}
            >
              Change
            </PermittedButton>
          )}
          <PermittedButton permission="retention:hold" doing="Ending a hold" allowed={allowed} onClick={() => void actions.endHold(hold)}>
            End hold
          </PermittedButton>
        </>
      )}
    />
  );
}
