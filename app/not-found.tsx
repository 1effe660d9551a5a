import { SearchX } from 'lucide-react';
import type { Metadata } from 'next';
import { AppLink } from '@/components/ui/app-link.tsx';
import { Button } from '@/components/ui/button.tsx';
import { EmptyState } from '@/components/ui/empty-state.tsx';

export const metadata: Metadata = { title: 'Not found' };

export default function NotFound() {
  return (
    <main className="grid min-h-[70dvh] place-items-center">
      <EmptyState
        icon={<SearchX />}
        heading
        title="There is no such page"
        text="The address may be mistyped, or what it named is gone for good."
        action={
          <Button asChild>
            <AppLink href="/">To your workspaces</AppLink>
          </Button>
        }
      />
    </main>
  );
}
