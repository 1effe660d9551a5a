'use client';

import { CircleAlert, RotateCcw } from 'lucide-react';
import { Button } from '@/components/ui/button.tsx';
import { EmptyState } from '@/components/ui/empty-state.tsx';

export default function PageFailed({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <div className="grid min-h-[70dvh] place-items-center">
      <EmptyState
        failed
        heading
        icon={<CircleAlert />}
        title="This page could not be shown"
        text={`Nothing was changed.${error.digest ? ` The log names it ${error.digest}.` : ''}`}
        action={
          <Button onClick={reset}>
            <RotateCcw />
            Try again
          </Button>
        }
      />
    </div>
  );
}
