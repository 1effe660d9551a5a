import type { ReactNode } from 'react';
import type { RunEffectsPage } from '#lib/retention/list-run-effects.ts';
import { kindName } from '@/components/retention/kind-name.ts';
import { AppLink, textLink } from '@/components/ui/app-link.tsx';
import { Code } from '@/components/ui/code.tsx';
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table.tsx';

type EffectRow = RunEffectsPage['rows'][number];

export function EffectsTable({ slug, rows }: { slug: string; rows: readonly EffectRow[] }) {
  return (
    <Table aria-label="What it did to whom">
      <TableHeader>
        <TableHead>Entity</TableHead>
        <TableHead>Account</TableHead>
        <TableHead>Kind</TableHead>
        <TableHead>Why</TableHead>
      </TableHeader>
      <TableBody>
        {rows.map((row) => (
          <Row key={`${row.effect} ${row.kind} ${row.entity}`} slug={slug} row={row} />
        ))}
      </TableBody>
    </Table>
  );
}

function Row({ slug, row }: { slug: string; row: EffectRow }) {
  const identifier = row.member ?? row.account;
  const account = row.member === null;
  return (
    <TableRow className="max-sm:pl-1">
      <TableCell phone="name" className="sm:max-w-72">
        <span className="block truncate font-medium">
          {account ? <AccountLink slug={slug} row={row} text={row.name ?? identifier} /> : (row.name ?? identifier)}
        </span>
        {row.name && <Code className="block truncate text-muted-foreground text-xs">{identifier}</Code>}
      </TableCell>
      <TableCell phone="note" className="text-xs sm:max-w-64">
        {!account && <AccountLink slug={slug} row={row} text={<Code>{row.account}</Code>} />}
      </TableCell>
      <TableCell phone="value">{kindName(row.kind)}</TableCell>
      <TableCell phone="status" quiet>
        {row.cause && CAUSES[row.cause]}
      </TableCell>
    </TableRow>
  );
}

/** What is gone for good has no page any more. */
function AccountLink({ slug, row, text }: { slug: string; row: EffectRow; text: ReactNode }) {
  if (row.effect === 'purged' && row.member === null) return text;
  return (
    <AppLink prefetch={false} href={`/${slug}/accounts/${encodeURIComponent(row.account)}`} className={textLink}>
      {text}
    </AppLink>
  );
}

const CAUSES = { inactivity: 'No information', expiry: 'Expired', parent: 'Goes with parent' };
