'use client';

import { useState } from 'react';
import { useAction } from '@/app/[workspace]/use-action.ts';
import { notify } from '@/components/ui/toaster.tsx';
import { TypedConfirm } from '@/components/ui/typed-confirm.tsx';
import { revokeApiKeyAction } from './actions.ts';
import type { ListedKey } from './read-keys.ts';

/** Ends a key, after its name was typed. */
export function RevokeKeyDialog({ entry, onClose }: { entry: ListedKey | null; onClose: () => void }) {
  const { run, pending } = useAction(revokeApiKeyAction);
  const [error, setError] = useState<string>();
  const close = () => {
    setError(undefined);
    onClose();
  };
  const revoke = async (key: ListedKey) => {
    setError(undefined);
    const answer = await run({ id: key.id });
    if (!answer.ok) return setError(answer.message);
    close();
    notify({ title: `${key.name} is revoked`, description: 'Whatever uses it is refused from now on.' });
  };
  if (!entry) return null;
  return (
    <TypedConfirm
      key={entry.id}
      open
      onOpenChange={(open) => !open && !pending && close()}
      title={`Revoke ${entry.name}?`}
      description={`Programs that use it are refused at once, and what they send is lost unless they send it again with another key. It cannot be brought back.`}
      action="Revoke for good"
      expected={entry.name}
      purpose="to revoke it"
      error={error}
      pending={pending}
      onConfirm={() => void revoke(entry)}
    />
  );
}
