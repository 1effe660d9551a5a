'use client';

import { Shield } from 'lucide-react';
import { useAction } from '@/app/[workspace]/use-action.ts';
import type { Hold } from '@/components/accounts/hold-card.tsx';
import type { HoldWish } from '@/components/retention/hold-dialog.tsx';
import { formatDay } from '@/components/ui/format.ts';
import { notify, notifyFailed } from '@/components/ui/toaster.tsx';
import { endHoldAction, putHoldAction } from './actions.ts';
import type { Named } from './use-account-actions.tsx';

/** R15. Putting an account on hold, changing and ending a hold; all of them with Undo. */
export function useHoldActions({ account, name }: Pick<Named, 'account' | 'name'>) {
  const put = useAction(putHoldAction);
  const end = useAction(endHoldAction);
  const own = { kind: 'accounts', entity: encodeURIComponent(account) };
  const undone = (answer: { ok: boolean; message?: string }) => {
    if (!answer.ok) notifyFailed({ title: 'This was not undone', description: answer.message });
  };
  return {
    async put(wish: HoldWish, before: HoldWish | undefined) {
      const answer = await put.run({ ...own, ...wish });
      if (!answer.ok) return { message: answer.message, fields: answer.fields };
      const undo = async () => undone(before ? await put.run({ ...own, ...before }) : await end.run(own));
      const action = { label: 'Undo', onClick: () => void undo() };
      notify({ title: `${name} is on hold`, icon: <Shield />, description: untilWords(wish.until), action });
      return null;
    },
    async end({ kind, entity, reason, until }: Hold) {
      const answer = await end.run({ kind, entity });
      if (!answer.ok) return notifyFailed({ title: 'The hold was not ended', description: answer.message });
      const undo = async () => undone(await put.run({ kind, entity, reason, until }));
      const action = { label: 'Undo', onClick: () => void undo() };
      notify({ title: 'The hold is ended', icon: <Shield />, description: 'It is marked and purged like any other again.', action });
    },
  };
}

export function untilWords(until: string | null): string {
  return until === null ? 'Until a person ends it.' : `Through the daily process of ${formatDay(until)}.`;
}
