import { ArrowDown, ArrowUp } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';
import { AppLink } from './app-link.tsx';
import { cn } from './cn.ts';

/** Where a cell stands when a phone shows the row as a list entry: name and value on the first line, note and status on the second,
 *  full lines below. */
type PhonePlace = 'check' | 'name' | 'value' | 'note' | 'status' | 'line' | 'hidden';

/** `bleed`: reaches the page's edges, and so keeps the page's distance from them. */
export function Table({ bleed, className, ...props }: ComponentProps<'table'> & { bleed?: boolean }) {
  return (
    <table
      {...as.table}
      className={cn('w-full border-collapse text-sm max-sm:block', bleed ? '[--edge:1.5rem]' : '[--edge:1.25rem]', className)}
      {...props}
    />
  );
}

/** Its children are `TableHead`s. */
export function TableHeader({ className, children, ...props }: ComponentProps<'thead'>) {
  return (
    <thead {...as.rowgroup} className={cn('border-b bg-muted max-sm:hidden', className)} {...props}>
      <tr {...as.row}>{children}</tr>
    </thead>
  );
}

export function TableBody({ className, ...props }: ComponentProps<'tbody'>) {
  return <tbody {...as.rowgroup} className={cn('bg-card max-sm:block', className)} {...props} />;
}

type TableRowProps = ComponentProps<'tr'> & {
  selected?: boolean;
  /** Its side panel is open. */
  open?: boolean;
  /** One line, 40 px; otherwise two, 50 px. */
  single?: boolean;
};

export function TableRow({ selected, open, single, className, ...props }: TableRowProps) {
  return (
    <tr
      {...as.row}
      aria-selected={selected}
      className={cn(
        'relative border-b last:border-b-0 max-sm:grid max-sm:grid-cols-[auto_minmax(0,1fr)_auto] max-sm:items-start max-sm:gap-x-3 max-sm:px-4 max-sm:py-3',
        single ? 'sm:h-10' : 'sm:h-[50px]',
        selected && 'bg-primary-subtle',
        open && 'shadow-[inset_3px_0_0_var(--primary)]',
        className,
      )}
      {...props}
    />
  );
}

export type TableHeadProps = ComponentProps<'th'> & {
  /** Numbers right, words left; the head stands as its column does. */
  numeric?: boolean;
  /** Makes the head a link that sorts. */
  sort?: { href: string; direction: 'ascending' | 'descending' | null };
};

export function TableHead({ numeric, sort, className, children, ...props }: TableHeadProps) {
  return (
    <th
      {...as.columnheader}
      scope="col"
      aria-sort={sort ? (sort.direction ?? 'none') : undefined}
      className={cn(
        'h-8 whitespace-nowrap px-2 text-left align-middle font-normal text-muted-foreground text-xs first:pl-(--edge) last:pr-(--edge)',
        numeric && 'text-right',
        className,
      )}
      {...props}
    >
      {sort ? (
        <SortLink {...sort} numeric={numeric}>
          {children}
        </SortLink>
      ) : (
        children
      )}
    </th>
  );
}

type TableCellProps = ComponentProps<'td'> & {
  numeric?: boolean;
  /** Its place on a phone; a line of its own where nothing is said. */
  phone?: PhonePlace;
  /** Said before it on a phone, where the column heads are not seen. */
  label?: string;
  /** A second voice: captions, units, dates. */
  quiet?: boolean;
};

export function TableCell({ numeric, phone = 'line', label, quiet, className, children, ...props }: TableCellProps) {
  return (
    <td
      {...as.cell}
      className={cn(
        'px-2 align-middle first:pl-(--edge) last:pr-(--edge) max-sm:block max-sm:p-0 max-sm:first:pl-0 max-sm:last:pr-0',
        numeric && 'tabular-nums sm:text-right',
        quiet && 'text-muted-foreground',
        places[phone],
        className,
      )}
      {...props}
    >
      {label && <span className="text-muted-foreground sm:hidden">{label} </span>}
      {children}
    </td>
  );
}

/** A line across the table's foot: a total, a note, a pager. */
export function TableFoot({ className, ...props }: ComponentProps<'div'>) {
  return (
    <div
      className={cn(
        'flex min-h-10 items-center justify-between gap-4 border-t bg-muted px-5 py-1.5 text-muted-foreground text-xs max-sm:px-4',
        className,
      )}
      {...props}
    />
  );
}

type SortLinkProps = NonNullable<TableHeadProps['sort']> & { numeric: boolean | undefined; children: ReactNode };

/** The arrow stands at the side away from the column's edge, so that the words keep to it. */
function SortLink({ href, direction, numeric, children }: SortLinkProps) {
  const Arrow = direction === 'ascending' ? ArrowUp : ArrowDown;
  return (
    <AppLink
      href={href}
      scroll={false}
      className={cn(
        'group inline-flex min-h-6 items-center gap-1 rounded-sm hover:text-foreground',
        numeric && 'flex-row-reverse',
        direction && 'font-medium text-foreground',
      )}
    >
      {children}
      <Arrow aria-hidden className={cn('size-3.5', !direction && 'opacity-0 group-hover:opacity-60 group-focus-visible:opacity-60')} />
    </AppLink>
  );
}

/** Written out, since a table that is not laid out as one loses its roles. */
const as = {
  table: { role: 'table' },
  rowgroup: { role: 'rowgroup' },
  row: { role: 'row' },
  columnheader: { role: 'columnheader' },
  cell: { role: 'cell' },
};

const places: Record<PhonePlace, string> = {
  check: 'max-sm:col-start-1 max-sm:row-start-1 max-sm:pt-0.5',
  name: 'max-sm:col-start-2 max-sm:row-start-1',
  value: 'max-sm:col-start-3 max-sm:row-start-1 max-sm:text-right',
  note: 'max-sm:col-start-2 max-sm:row-start-2',
  status: 'max-sm:col-start-3 max-sm:row-start-2 max-sm:text-right',
  line: 'max-sm:col-span-2 max-sm:col-start-2 max-sm:mt-1',
  hidden: 'max-sm:hidden',
};
