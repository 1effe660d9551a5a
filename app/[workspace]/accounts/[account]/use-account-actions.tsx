'use client';

import { Pencil, Shield, Undo2 } from 'lucide-react';
import { useState } from 'react';
import type { AccountPage } from '#lib/entities/account-page.ts';
import { useAction } from '@/app/[workspace]/use-action.ts';
import type { Details } from '@/components/accounts/edit-draft.ts';
import type { HoldWish } from '@/components/retention/hold-dialog.tsx';
import { dueAgain } from '@/components/retention/mark-words.ts';
import { count, formatDay, relativeDay } from '@/components/ui/format.ts';
import { notify, notifyFailed } from '@/components/ui/toaster.tsx';
import { editAction, reviveAction, reviveAndHoldAction } from './actions.ts';
import { useArchiveActions } from './use-archive-actions.tsx';
import { untilWords, useHoldActions } from './use-hold-actions.tsx';

/** Which dialog is open. */
export type Asked = { name: 'hold'; revives: boolean; initial?: HoldWish } | { name: 'edit' } | { name: 'delete' };
export type AccountActions = ReturnType<typeof useAccountActions>;
export type Named = { slug: string; account: string; name: string; again: string };

/** All that can be done with one account; each says what it did, and offers Undo where there is one. */
export function useAccountActions(slug: string, { account, policy, now }: AccountPage) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const { account: id } = account;
  const named = { slug, account: id, name: account.name ?? id, again: againWords(policy, now) };
  const holds = useHoldActions(named);
  const revive = useReviveActions(named, () => setAsked({ name: 'hold', revives: false }));
  const archive = useArchiveActions(named);
  return {
    asked,
    setAsked,
    pending: revive.pending || archive.pending,
    revive: revive.run,
    async hold(wish: HoldWish) {
      if (asked?.name === 'hold' && asked.revives) return revive.withHold(wish);
      return holds.put(wish, asked?.name === 'hold' ? asked.initial : undefined);
    },
    endHold: holds.end,
    archive: archive.archive,
    restore: archive.restore,
    remove: archive.remove,
    edit: useEdit(account),
  };
}

function useReviveActions({ account, name, again }: Named, onHold: () => void) {
  const revive = useAction(reviveAction);
  const reviveAndHold = useAction(reviveAndHoldAction);
  const input = { kind: 'accounts', entities: [encodeURIComponent(account)] };
  return {
    pending: revive.pending || reviveAndHold.pending,
    async run() {
      const answer = await revive.run(input);
      if (!answer.ok) return notifyFailed({ title: `${name} was not revived`, description: answer.message });
      notify({ title: `${name} is revived`, icon: <Undo2 />, description: again, action: { label: 'Hold', onClick: onHold } });
    },
    async withHold(wish: HoldWish) {
      const answer = await reviveAndHold.run({ ...input, ...wish });
      if (!answer.ok) return { message: answer.message, fields: answer.fields };
      notify({ title: `${name} is revived and on hold`, icon: <Shield />, description: untilWords(wish.until) });
      return null;
    },
  };
}

/** Saves what changed, with Undo. */
function useEdit(account: AccountPage['account']) {
  const edit = useAction(editAction);
  return async (patch: Partial<Details>) => {
    const before = Object.fromEntries(Object.keys(patch).map((key) => [key, account[key as keyof Details]]));
    const answer = await edit.run({ account: account.account, patch });
    if (!answer.ok) return { message: answer.message, fields: answer.fields };
    const undo = async () => {
      const undone = await edit.run({ account: account.account, patch: before });
      if (!undone.ok) notifyFailed({ title: 'The edit was not undone', description: undone.message });
    };
    const title = `${count(Object.keys(patch).length, 'field')} saved`;
    notify({ title, icon: <Pencil />, action: { label: 'Undo', onClick: () => void undo() } });
    return null;
  };
}

function againWords(policy: AccountPage['policy'], now: string): string {
  if (policy === null) return 'No policy that is on would mark it again.';
  const day = dueAgain(policy.days, now);
  return `Due again on ${formatDay(day)} (${relativeDay(day, now)}).`;
}
