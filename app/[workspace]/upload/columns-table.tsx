'use client';

import { type Column, columnsOf, type Mapping, type UploadKind } from '#lib/ingest/rules/upload-row.ts';
import { OptionSelect } from '@/components/ui/select.tsx';
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table.tsx';

const WORDS: Record<Column, string> = {
  account: 'Account identifier',
  user: 'User identifier',
  object: 'Object identifier',
  name: 'Name',
  contract_status: 'Contract status',
  contract_value: 'Contract value',
  parent: 'Parent account',
  attribute: 'Attribute',
  skip: 'Leave out',
};

type ColumnsTableProps = {
  kind: UploadKind;
  headings: readonly string[];
  rows: readonly string[][];
  mapping: Mapping;
  onChange: (mapping: Column[]) => void;
};

/** A row a column of the file: its heading, what it is, and what its first cells say. */
export function ColumnsTable({ kind, headings, rows, mapping, onChange }: ColumnsTableProps) {
  const options = columnsOf(kind).map((value) => ({ value, label: WORDS[value] }));
  return (
    <Table>
      <TableHeader>
        <TableHead>Column</TableHead>
        <TableHead>Is</TableHead>
        <TableHead>First rows</TableHead>
      </TableHeader>
      <TableBody>
        {headings.map((heading, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: headings may repeat, and columns keep their places
          <TableRow key={i}>
            <TableCell phone="name">{heading || '(no heading)'}</TableCell>
            <TableCell phone="line">
              <OptionSelect
                aria-label={`${heading || 'Column without a heading'} is`}
                value={mapping[i] ?? 'skip'}
                options={options}
                onChange={(value) => onChange(mapping.map((column, at) => (at === i ? (value as Column) : column)))}
              />
            </TableCell>
            <TableCell quiet phone="note" className="max-w-0 truncate">
              {rows
                .map((cells) => cells[i] ?? '')
                .filter(Boolean)
                .join(' · ')}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
