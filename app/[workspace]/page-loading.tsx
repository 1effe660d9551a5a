import { Card } from '@/components/ui/card.tsx';
import { Skeleton } from '@/components/ui/skeleton.tsx';
import { TableSkeleton } from '@/components/ui/table-skeleton.tsx';

/** A title and a card, where a page is on its way. */
export function PageLoading() {
  return (
    <div className="flex-1 px-8 pt-7 pb-8 max-sm:px-3 max-sm:pt-5">
      <div className="mx-auto max-w-[960px] space-y-5">
        <div className="py-1.5">
          <Skeleton className="h-5 w-44" />
          <Skeleton className="mt-3 w-80 max-w-full" />
        </div>
        <Card>
          <TableSkeleton label="Loading the page" />
        </Card>
      </div>
    </div>
  );
}
