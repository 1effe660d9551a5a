'use client';

import { Archive, ArchiveRestore, Trash2 } from 'lucide-react';
import type { AccountPage } from '#lib/entities/account-page.ts';
import { ArchiveCard } from '@/components/accounts/archive-card.tsx';
import { type Allowed, PermittedButton } from '@/components/retention/permitted-button.tsx';
import type { AccountActions } from './use-account-actions.tsx';

export function ArchiveActions({ page: { account }, allowed, actions }: { page: AccountPage; allowed: Allowed; actions: AccountActions }) {
  return (
    <ArchiveCard
      archived={account.archived}
      marked={account.state === 'marked'}
      action={
        <PermittedButton
          permission="retention:review"
          doing={account.archived ? 'Restoring' : 'Archiving'}
          allowed={allowed}
          pending={actions.pending}
          onClick={() => void (account.archived ? actions.restore() : actions.archive())}
        >
          {account.archived ? <ArchiveRestore aria-hidden /> : <Archive aria-hidden />}
          {account.archived ? 'Restore' : 'Archive'}
        </PermittedButton>
      }
      deletion={
        <PermittedButton
          permission="retention:approve"
          doing="Deleting at once"
          allowed={allowed}
          disabled={account.on_hold}
          onClick={() => actions.setAsked({ name: 'delete' })}
        >
          <Trash2 aria-hidden />
          Delete for good
        </PermittedButton>
      }
    />
  );
}
