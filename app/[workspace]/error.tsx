'use client';

import { CircleAlert, RotateCcw } from 'lucide-react';
import { Button } from '@/components/ui/button.tsx';
import { EmptyState } from '@/components/ui/empty-state.tsx';

/** Within the frame, so that the way to every other page stays. */
export default function PageFailed({ error, retry }: { error: unknown; retry: () => void }) {
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : null;
  return (
    <div className="grid flex-1 place-items-center">
      <EmptyState
        failed
        heading
        icon={<CircleAlert />}
        title="This page could not be shown"
        text={`Nothing was changed.${digest ? ` The log names it ${digest}.` : ''}`}
        action={
          <Button onClick={retry}>
            <RotateCcw />
            Try again
          </Button>
        }
      />
    </div>
  );
}
