import type { ReactNode } from 'react';
import type { MembersPage } from '#lib/entities/list-members-page.ts';
import { Code } from '@/components/ui/code.tsx';
import { formatDay } from '@/components/ui/format.ts';
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table.tsx';
import { When } from '@/components/ui/when.tsx';
import { AccountState } from './account-state.tsx';
import { inactiveText } from './inactive-text.ts';

export type MembersTableProps = {
  rows: MembersPage['rows'];
  label: string;
  accountMarked: boolean;
  explain: (row: MembersPage['rows'][number]) => ReactNode;
};

/** Users or objects of one account. */
export function MembersTable({ rows, label, accountMarked, explain }: MembersTableProps) {
  return (
    <Table aria-label={label}>
      <TableHeader>
        <TableHead>Name</TableHead>
        <TableHead>Identifier</TableHead>
        <TableHead>State</TableHead>
        <TableHead numeric>Last information</TableHead>
        <TableHead numeric>Inactive days</TableHead>
        <TableHead numeric>Why</TableHead>
      </TableHeader>
      <TableBody>
        {rows.map((row) => (
          <TableRow key={row.member} single className="max-sm:pl-1">
            <TableCell phone="name" className="max-w-48 truncate font-medium">
              {row.name ?? row.member}
            </TableCell>
            <TableCell phone="note" quiet className="max-w-44">
              <Code className="block truncate text-xs">{row.member}</Code>
            </TableCell>
            <TableCell phone="value">
              {row.cause === 'parent' ? (
                <span className="text-muted-foreground">Goes along</span>
              ) : row.purge_on !== null && accountMarked ? (
                <span className="whitespace-nowrap text-marked">Own mark, gone {formatDay(row.purge_on, { year: false })}</span>
              ) : (
                <AccountState of={row} />
              )}
            </TableCell>
            <TableCell numeric quiet phone="hidden">
              <When at={row.last_information_at} quiet />
            </TableCell>
            <TableCell numeric phone="status" quiet>
              {inactiveText(row.inactive_days)}
              <span className="sm:hidden"> inactive days</span>
            </TableCell>
            <TableCell numeric phone="line">
              {explain(row)}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
