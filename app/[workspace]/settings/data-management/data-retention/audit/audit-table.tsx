import type { AuditRow } from '#lib/audit/list-audit-page.ts';
import { actorWords } from '@/components/retention/actor-words.ts';
import { AppLink, textLink } from '@/components/ui/app-link.tsx';
import { formatNumber } from '@/components/ui/format.ts';
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table.tsx';
import { When } from '@/components/ui/when.tsx';
import { auditWords } from './audit-words.ts';

/** A line an entry; its number leads to all that it holds. */
export function AuditTable({ slug, rows }: { slug: string; rows: readonly AuditRow[] }) {
  return (
    <Table bleed>
      <TableHeader>
        <TableHead className="w-44">When</TableHead>
        <TableHead className="w-40">Who</TableHead>
        <TableHead>What</TableHead>
        <TableHead numeric className="w-24">
          Entry
        </TableHead>
      </TableHeader>
      <TableBody>
        {rows.map((row) => (
          <TableRow key={row.number} single className="max-sm:pl-1">
            <TableCell phone="line" quiet className="max-sm:row-start-3">
              <When at={row.at} minutes quiet />
            </TableCell>
            <TableCell phone="name" className="font-medium">
              {actorWords(row.by)}
            </TableCell>
            <TableCell phone="line" className="max-w-0 max-sm:row-start-2 max-sm:max-w-full sm:py-2">
              <span className="break-words">{auditWords(row)}</span>
              {row.rule && <span className="text-muted-foreground"> ({row.rule})</span>}
            </TableCell>
            <TableCell phone="value" numeric>
              <AppLink
                prefetch={false}
                href={`/${slug}/settings/data-management/data-retention/audit/${row.number}`}
                aria-label={`Entry ${row.number}`}
                className={textLink}
              >
                {formatNumber(row.number)}
              </AppLink>
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
