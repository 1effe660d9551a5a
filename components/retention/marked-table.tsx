import type { KeyboardEvent } from 'react';
import type { MarkedAnswer } from '#lib/retention/rules/marked-answer.ts';
import { Checkbox } from '@/components/ui/checkbox.tsx';
import { Table, TableBody, TableHead, TableHeader, type TableHeadProps } from '@/components/ui/table.tsx';
import { MarkedRow, type MarkedRowProps } from './marked-row.tsx';

type Sort = NonNullable<TableHeadProps['sort']>;

export type MarkedTableProps = {
  kind: 'accounts' | 'users' | 'objects';
  /** The table's name: "Marked accounts". */
  label: string;
  /** What the first column is called: "Account", "User", a collection's name. */
  title: string;
  rows: readonly MarkedAnswer[];
  now: string;
  /** The entity whose panel is open. */
  open: string | null;
  linkTo: MarkedRowProps['link'];
  isSelected: (entity: string) => boolean;
  onSelect: (row: MarkedAnswer, selected: boolean) => void;
  onSelectPage: (selected: boolean) => void;
  /** A key that was pressed on a row. */
  onKey: (event: KeyboardEvent, row: MarkedAnswer) => void;
  sorts: { name: Sort; purge_day: Sort; value: Sort };
};

/** What is marked: who, why, until when, and what goes along. */
export function MarkedTable({ kind, label, title, rows, sorts, onKey, onSelectPage, onSelect, ...table }: MarkedTableProps) {
  const chosen = rows.filter(({ entity }) => table.isSelected(entity)).length;
  const rowOf = (target: EventTarget) =>
    target instanceof Element ? rows.find(({ entity }) => entity === target.closest('tr')?.dataset.entity) : undefined;
  return (
    <Table
      bleed
      aria-label={label}
      onKeyDown={(event) => {
        const row = rowOf(event.target);
        if (row) onKey(event, row);
      }}
    >
      <TableHeader>
        <TableHead className="w-9 pr-0">
          <Checkbox
            aria-label="Select this page"
            checked={chosen === 0 ? false : chosen === rows.length ? true : 'indeterminate'}
            onCheckedChange={(checked) => onSelectPage(checked === true)}
            className="align-middle"
          />
        </TableHead>
        <TableHead sort={sorts.name}>{title}</TableHead>
        {kind !== 'accounts' && <TableHead>Account</TableHead>}
        <TableHead>Why</TableHead>
        <TableHead sort={sorts.purge_day}>Marked, purge day</TableHead>
        {kind === 'accounts' && (
          <>
            <TableHead>Status</TableHead>
            <TableHead numeric sort={sorts.value}>
              Value
            </TableHead>
            <TableHead numeric>Along</TableHead>
          </>
        )}
      </TableHeader>
      <TableBody>
        {rows.map((row) => (
          <MarkedRow
            key={row.entity}
            row={row}
            now={table.now}
            open={row.entity === table.open}
            selected={table.isSelected(row.entity)}
            onSelect={(selected) => onSelect(row, selected)}
            link={table.linkTo}
          />
        ))}
      </TableBody>
    </Table>
  );
}
