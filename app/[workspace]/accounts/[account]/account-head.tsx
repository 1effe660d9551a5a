'use client';

import { Archive, ArchiveRestore, Ellipsis, Pencil, Shield, ShieldOff, Trash2, Undo2 } from 'lucide-react';
import type { ReactNode } from 'react';
import type { AccountPage } from '#lib/entities/account-page.ts';
import { AccountState } from '@/components/accounts/account-state.tsx';
import type { Hold } from '@/components/accounts/hold-card.tsx';
import { PageHead } from '@/components/frame/page.tsx';
import { ContractStatus } from '@/components/retention/contract-status.tsx';
import { type Allowed, may, PermittedButton, whyLocked } from '@/components/retention/permitted-button.tsx';
import { buttonLook } from '@/components/ui/button.tsx';
import { cn } from '@/components/ui/cn.ts';
import { Code } from '@/components/ui/code.tsx';
import { DropdownMenu, DropdownMenuContent, DropdownMenuItem, DropdownMenuTrigger } from '@/components/ui/dropdown-menu.tsx';
import { formatNumber } from '@/components/ui/format.ts';
import type { AccountActions } from './use-account-actions.tsx';

export type AccountHeadProps = {
  page: AccountPage;
  /** The account's own hold, where it has one and the reader may know it. */
  hold: Hold | undefined;
  allowed: Allowed;
  actions: AccountActions;
};

/** Who it is, its state, and what one would do first in that state. */
export function AccountHead({ page: { account }, hold, allowed, actions }: AccountHeadProps) {
  return (
    <PageHead
      title={
        <>
          <span className="min-w-0 break-words">{account.name ?? account.account}</span>
          <AccountState of={account} badge />
        </>
      }
      lead={
        <span className="flex flex-wrap items-center gap-x-2.5 text-sm">
          <Code>{account.account}</Code>
          <span aria-hidden>·</span>
          <ContractStatus status={account.contract_status} className="text-foreground" />
          {account.contract_value !== null && (
            <>
              <span aria-hidden>·</span>
              <span>
                Contract value <span className="text-foreground tabular-nums">{formatNumber(account.contract_value)}</span>
              </span>
            </>
          )}
        </span>
      }
      actions={
        <>
          {account.state === 'marked' ? (
            <MarkedActions allowed={allowed} actions={actions} />
          ) : account.archived ? (
            <RestoreButton allowed={allowed} actions={actions} />
          ) : hold ? (
            <EndButton hold={hold} allowed={allowed} actions={actions} />
          ) : (
            !account.on_hold && <PutButton allowed={allowed} actions={actions} />
          )}
          <More account={account} allowed={allowed} actions={actions} />
        </>
      }
    />
  );
}

type Actions = Pick<AccountHeadProps, 'allowed' | 'actions'>;

function MarkedActions({ allowed, actions }: Actions) {
  return (
    <>
      <PermittedButton
        permission="retention:hold"
        doing="Putting on hold"
        allowed={allowed}
        disabled={actions.pending}
        onClick={() => actions.setAsked({ name: 'hold', revives: true })}
      >
        <Shield aria-hidden />
        Revive and hold
      </PermittedButton>
      <PermittedButton
        permission="retention:review"
        doing="Reviving"
        allowed={allowed}
        variant="primary"
        pending={actions.pending}
        onClick={() => void actions.revive()}
      >
        <Undo2 aria-hidden />
        Revive
      </PermittedButton>
    </>
  );
}

function RestoreButton({ allowed, actions }: Actions) {
  return (
    <PermittedButton
      permission="retention:review"
      doing="Restoring"
      allowed={allowed}
      variant="primary"
      pending={actions.pending}
      onClick={() => void actions.restore()}
    >
      <ArchiveRestore aria-hidden />
      Restore
    </PermittedButton>
  );
}

function PutButton({ allowed, actions }: Actions) {
  return (
    <PermittedButton
      permission="retention:hold"
      doing="Putting on hold"
      allowed={allowed}
      onClick={() => actions.setAsked({ name: 'hold', revives: false })}
    >
      <Shield aria-hidden />
      Put on hold
    </PermittedButton>
  );
}

function EndButton({ hold, allowed, actions }: Actions & { hold: Hold }) {
  return (
    <PermittedButton permission="retention:hold" doing="Ending a hold" allowed={allowed} onClick={() => void actions.endHold(hold)}>
      <ShieldOff aria-hidden />
      End hold
    </PermittedButton>
  );
}

/** Everything else that can be done with it. */
function More({ account, allowed, actions }: Actions & Pick<AccountPage, 'account'>) {
  const item = (permission: string, doing: string) => ({ allowed, permission, doing });
  return (
    <DropdownMenu>
      <DropdownMenuTrigger aria-label="More" className={cn(buttonLook({ size: 'icon' }), 'max-sm:flex-none!')}>
        <Ellipsis />
      </DropdownMenuTrigger>
      <DropdownMenuContent className="max-w-72">
        <MoreItem {...item('entities:edit', 'Editing')} icon={<Pencil />} onSelect={() => actions.setAsked({ name: 'edit' })}>
          Edit details
        </MoreItem>
        {account.archived ? (
          <>
            <MoreItem {...item('retention:review', 'Restoring')} icon={<ArchiveRestore />} onSelect={() => void actions.restore()}>
              Restore
            </MoreItem>
            <MoreItem {...item('retention:approve', 'Deleting')} icon={<Trash2 />} onSelect={() => actions.setAsked({ name: 'delete' })}>
              Delete for good
            </MoreItem>
          </>
        ) : (
          <MoreItem {...item('retention:review', 'Archiving')} icon={<Archive />} onSelect={() => void actions.archive()}>
            Archive
          </MoreItem>
        )}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}

type MoreItemProps = { allowed: Allowed; permission: string; doing: string; icon: ReactNode; onSelect: () => void; children: ReactNode };

function MoreItem({ allowed, permission, doing, icon, onSelect, children }: MoreItemProps) {
  const locked = !may(allowed, permission);
  return (
    <DropdownMenuItem disabled={locked} onSelect={onSelect}>
      <span aria-hidden className="text-muted-foreground">
        {icon}
      </span>
      <span>
        {children}
        {locked && <span className="block text-xs">{whyLocked({ permission, allowed, doing })}</span>}
      </span>
    </DropdownMenuItem>
  );
}
