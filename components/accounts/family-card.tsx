import { CornerDownRight } from 'lucide-react';
import type { AccountPage } from '#lib/entities/account-page.ts';
import { AppLink } from '@/components/ui/app-link.tsx';
import { CardNote, SettingsCard } from '@/components/ui/card.tsx';
import { cn } from '@/components/ui/cn.ts';
import { formatDay } from '@/components/ui/format.ts';
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table.tsx';
import { AccountState } from './account-state.tsx';
import { inactiveText } from './inactive-text.ts';
import { type Ahead, relativeWords } from './what-next.ts';

export type FamilyCardProps = { page: AccountPage; explained: Ahead | undefined; hrefOf: (account: string) => string };

/** The accounts above and below as a tree, and what happens to each. */
export function FamilyCard({ page, explained, hrefOf }: FamilyCardProps) {
  const top = page.above.length;
  const rows = [
    ...page.above.map((row, i) => ({ row, depth: i, relation: 'above' as const })),
    { row: page.account, depth: top, relation: 'self' as const },
    ...page.below.map((row) => ({ row, depth: top + row.depth, relation: 'below' as const })),
  ];
  if (rows.length === 1) {
    return <SettingsCard id="family" title="Parent and sub-accounts" sentence="It has no parent and no sub-accounts." />;
  }
  return (
    <SettingsCard id="family" title="Parent and sub-accounts">
      <Table aria-label="Parent and sub-accounts">
        <TableHeader>
          <TableHead>Account</TableHead>
          <TableHead>State</TableHead>
          <TableHead numeric>Inactive days</TableHead>
          <TableHead className="pl-5">What happens</TableHead>
        </TableHeader>
        <TableBody>
          {rows.map(({ row, depth, relation }) => (
            <TableRow key={row.account} single selected={relation === 'self'} className="max-sm:pl-1">
              <TableCell phone="name" className="sm:max-w-56">
                <Name depth={depth} current={relation === 'self'} name={row.name ?? row.account} href={hrefOf(row.account)} />
              </TableCell>
              <TableCell phone="value">
                <AccountState of={row} />
              </TableCell>
              <TableCell numeric quiet phone="hidden">
                {inactiveText(row.inactive_days)}
              </TableCell>
              <TableCell quiet phone="note" className={cn('sm:pl-5', phoneIndents[Math.min(depth, DEEPEST)])}>
                {relativeWords(relation, row, page, (day) => formatDay(day, { year: false }), explained)}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      {page.more_below && <CardNote>The nearest {page.below.length} of its sub-accounts are shown.</CardNote>}
    </SettingsCard>
  );
}

function Name({ depth, current, name, href }: { depth: number; current: boolean; name: string; href: string }) {
  return (
    <span className={cn('flex min-w-0 items-center gap-2', indents[Math.min(depth, DEEPEST)])}>
      {depth > 0 && <CornerDownRight aria-hidden className="size-3.5 text-muted-foreground" />}
      {current ? (
        <strong aria-current="page" className="truncate font-semibold">
          {name}
        </strong>
      ) : (
        <AppLink href={href} className="truncate rounded-sm font-medium hover:underline">
          {name}
        </AppLink>
      )}
    </span>
  );
}

const DEEPEST = 5;
const indents = ['', 'pl-3.5', 'pl-7', 'pl-10', 'pl-14', 'pl-17'];
const phoneIndents = ['', 'max-sm:pl-9', 'max-sm:pl-12', 'max-sm:pl-16', 'max-sm:pl-19', 'max-sm:pl-23'];
