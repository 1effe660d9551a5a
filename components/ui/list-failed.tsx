'use client';

import { RotateCcw, Unplug } from 'lucide-react';
import { Button } from './button.tsx';
import { EmptyState } from './empty-state.tsx';

/** In place of a list that could not be read. `what`: "The accounts". */
export function ListFailed({ what, error, onRetry }: { what: string; error: Error; onRetry: () => void }) {
  return (
    <EmptyState
      failed
      icon={<Unplug />}
      title={`${what} could not be loaded`}
      text={`Nothing was changed. ${error.message}`}
      action={
        <Button onClick={onRetry}>
          <RotateCcw />
          Try again
        </Button>
      }
    />
  );
}
