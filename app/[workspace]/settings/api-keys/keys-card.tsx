'use client';

import { KeyRound } from 'lucide-react';
import { dataAddress } from '@/components/data/data-address.ts';
import { useData } from '@/components/data/use-data.ts';
import { Card } from '@/components/ui/card.tsx';
import { EmptyState } from '@/components/ui/empty-state.tsx';
import { ListFailed } from '@/components/ui/list-failed.tsx';
import { TableSkeleton } from '@/components/ui/table-skeleton.tsx';
import { CreateKeyDialog } from './create-key-dialog.tsx';
import { KeysTable } from './keys-table.tsx';
import type { ListedKeys } from './read-keys.ts';

/** The keys in force, then those that were revoked. */
export function KeysCard({ slug }: { slug: string }) {
  const { data, error, refetch } = useData<ListedKeys>(dataAddress(slug, 'api-keys'), { every: 20_000 });
  return (
    <Card aria-label="Keys">
      {error && !data ? (
        <ListFailed what="The keys" error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <TableSkeleton columns={4} label="Loading the keys" />
      ) : data.keys.length === 0 ? (
        <EmptyState icon={<KeyRound />} title="No key yet" text="A program needs one to send information." action={<CreateKeyDialog />} />
      ) : (
        <KeysTable keys={data.keys} now={data.now} />
      )}
    </Card>
  );
}
