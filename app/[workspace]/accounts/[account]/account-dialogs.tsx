'use client';

import { useState } from 'react';
import type { AccountPage } from '#lib/entities/account-page.ts';
import { dayOf, type Instant } from '#lib/time.ts';
import { EditDialog } from '@/components/accounts/edit-dialog.tsx';
import { HoldDialog } from '@/components/retention/hold-dialog.tsx';
import { kindWord } from '@/components/retention/kind-name.ts';
import { formatNumber } from '@/components/ui/format.ts';
import { TypedConfirm } from '@/components/ui/typed-confirm.tsx';
import type { AccountActions } from './use-account-actions.tsx';

export type AccountDialogsProps = { page: AccountPage; actions: AccountActions };

/** What is asked before an account is held, edited or deleted. */
export function AccountDialogs({ page, actions }: AccountDialogsProps) {
  const { account, now } = page;
  const { asked, setAsked } = actions;
  const name = account.name ?? account.account;
  const close = (open: boolean) => !open && setAsked(null);
  const hold = asked?.name === 'hold' ? asked : null;
  return (
    <>
      <HoldDialog
        open={hold !== null}
        onOpenChange={close}
        title={hold?.revives ? `Revive ${name} and put on hold` : hold?.initial ? `Change the hold on ${name}` : `Put ${name} on hold`}
        description={
          account.state === 'marked' && !hold?.revives
            ? 'What is on hold is neither marked nor purged (R15). The next daily process lifts the mark.'
            : 'What is on hold is neither marked nor purged (R15).'
        }
        action={hold?.revives ? 'Revive and hold' : hold?.initial ? 'Save' : 'Put on hold'}
        from={dayOf(now as Instant)}
        initial={hold?.initial}
        onHold={actions.hold}
      />
      <EditDialog open={asked?.name === 'edit'} onOpenChange={close} details={account} onSave={actions.edit} />
      <DeleteDialog open={asked?.name === 'delete'} page={page} name={name} onClose={() => setAsked(null)} remove={actions.remove} />
    </>
  );
}

type DeleteDialogProps = { open: boolean; page: AccountPage; name: string; onClose: () => void; remove: () => Promise<string | null> };

function DeleteDialog({ open, page, name, onClose, remove }: DeleteDialogProps) {
  const [error, setError] = useState<string>();
  const [pending, setPending] = useState(false);
  const confirm = async () => {
    setPending(true);
    const wrong = await remove();
    setPending(false);
    setError(wrong ?? undefined);
    if (wrong === null) onClose();
  };
  return (
    <TypedConfirm
      open={open}
      onOpenChange={(next) => !next && onClose()}
      title={`Delete ${name} for good?`}
      description={`Deleted at once, without the 30 days: ${lost(page)}. ${
        page.below.length > 0 ? 'Its sub-accounts stay and become top-level. ' : ''
      }Backup files keep what they hold until their windows end.`}
      expected={page.account.account}
      purpose="to delete it"
      action="Delete for good"
      error={error}
      pending={pending}
      onConfirm={() => void confirm()}
    />
  );
}

/** "the account, 8 users and 2 opportunities". */
function lost({ members }: AccountPage): string {
  const parts = members.filter(({ total }) => total > 0).map(({ kind, total }) => `${formatNumber(total)} ${kindWord(kind, total)}`);
  return LIST.format(['the account', ...parts]);
}

const LIST = new Intl.ListFormat('en-GB', { type: 'conjunction' });
