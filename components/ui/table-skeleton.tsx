import { Skeleton } from './skeleton.tsx';

type TableSkeletonProps = { rows?: number; columns?: number; label?: string };

/** What stands where a table will be. */
export function TableSkeleton({ rows = 6, columns = 4, label = 'Loading' }: TableSkeletonProps) {
  return (
    <div role="status" aria-label={label}>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the bars are all alike
        <div key={row} className="flex h-[50px] items-center gap-6 border-b px-5 last:border-b-0 max-sm:px-4">
          {Array.from({ length: columns }, (_, column) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the bars are all alike
            <span key={column} className={column === 0 ? 'flex-1' : 'max-sm:hidden'}>
              <Skeleton className={column === 0 ? (widths[row % widths.length] ?? '') : 'w-20'} />
            </span>
          ))}
        </div>
      ))}
    </div>
  );
}

const widths = ['w-40', 'w-32', 'w-44', 'w-36'];
