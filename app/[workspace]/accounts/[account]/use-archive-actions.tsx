'use client';

import { Archive, Trash2, Undo2 } from 'lucide-react';
import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { useAction } from '@/app/[workspace]/use-action.ts';
import { notify, notifyFailed } from '@/components/ui/toaster.tsx';
import { archiveAction, deleteAction, restoreAction } from './actions.ts';
import type { Named } from './use-account-actions.tsx';

/** R16. Archiving, restoring, and deleting at once. None has Undo: a restore counts as information, and what is deleted is gone. */
export function useArchiveActions({ slug, account, name, again }: Named) {
  const router = useRouter();
  const archive = useAction(archiveAction);
  const restore = useAction(restoreAction);
  const remove = useAction(deleteAction);
  return {
    pending: archive.pending || restore.pending,
    async archive() {
      const answer = await archive.run({ account });
      if (!answer.ok) return notifyFailed({ title: `${name} was not archived`, description: answer.message });
      notify({ title: `${name} is archived`, icon: <Archive />, description: 'It refuses information until it is restored.' });
    },
    async restore() {
      const answer = await restore.run({ account });
      if (!answer.ok) return notifyFailed({ title: `${name} was not restored`, description: answer.message });
      notify({ title: `${name} is restored`, icon: <Undo2 />, description: again });
    },
    /** What was wrong, or null where it is done. */
    async remove() {
      const answer = await remove.run({ account, confirm: account });
      if (!answer.ok) return answer.message;
      router.push(`/${slug}/accounts?state=archived` as Route);
      notify({ title: `${name} is gone for good`, icon: <Trash2 /> });
      return null;
    },
  };
}
