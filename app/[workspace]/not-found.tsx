import { SearchX } from 'lucide-react';
import { EmptyState } from '@/components/ui/empty-state.tsx';

export default function NotFound() {
  return (
    <EmptyState
      icon={<SearchX />}
      heading
      title="There is no such page"
      text="It may be gone for good, or its address is mistyped. What the menu names is there."
      className="flex-1 justify-center"
    />
  );
}
