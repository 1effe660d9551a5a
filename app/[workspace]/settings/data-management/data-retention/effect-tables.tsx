import { CircleAlert, CirclePause } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Staying } from '#lib/retention/preview-staying.ts';
import { ContractStatus } from '@/components/retention/contract-status.tsx';
import { byKind, kindName } from '@/components/retention/kind-name.ts';
import { cn } from '@/components/ui/cn.ts';
import { formatDay, formatNumber, formatShare } from '@/components/ui/format.ts';
import { Skeleton } from '@/components/ui/skeleton.tsx';
import { type Counted, marksOf, statusRows } from './effect-numbers.ts';
import { choiceWords } from './policy-words.ts';
import type { SaveEffect } from './save-effects.ts';
import { type StatusLine, statusLines, totalLine } from './status-lines.ts';

type EffectTableProps = { counted: Counted; effects: readonly SaveEffect[] };

/** Which accounts would be marked, and which stay, by contract status: those that pay and fall due in red. */
export function StatusTable({ counted, staying, effects }: EffectTableProps & { staying: Staying | null | undefined }) {
  const marked = statusRows(counted.proposed, effects);
  if (marked.length === 0) return null;
  const lines = statusLines(marked, staying?.data);
  return (
    <SmallTable
      label="Accounts by contract status"
      heads={['Inactive', 'Go along', 'Marked', 'Stay', 'Contract value']}
      hidden={['Inactive', 'Go along']}
    >
      {lines.map((line) => (
        <tr key={line.label} className={cn('border-b', line.falls && 'font-medium text-gone')}>
          <Name>
            <LineName line={line} />
          </Name>
          <StatusCells line={line} failed={staying === null} />
        </tr>
      ))}
      <tr className="font-semibold">
        <Name strong>Total</Name>
        <StatusCells line={totalLine(lines, 'Total')} failed={staying === null} />
      </tr>
    </SmallTable>
  );
}

function LineName({ line: { status, label, falls } }: { line: StatusLine }) {
  if (status !== null) return <ContractStatus status={status} falls={falls} className="max-w-full" />;
  return (
    <span className={cn('inline-flex items-center gap-1.5 align-top', falls && 'font-medium')}>
      {falls && <CircleAlert aria-hidden className="size-3.5" />}
      {label}
    </span>
  );
}

function StatusCells({ line: { own, along, stay, falls, contract_value }, failed }: { line: StatusLine; failed: boolean }) {
  const waiting = failed ? 'Not known' : <Skeleton className="ml-auto h-3.5 w-8" />;
  return (
    <>
      <Cell phone={false}>{formatNumber(own)}</Cell>
      <Cell phone={false}>{formatNumber(along)}</Cell>
      <Cell>{formatNumber(own + along)}</Cell>
      <Cell {...(falls ? { className: 'font-normal text-foreground' } : {})}>{stay === undefined ? waiting : formatNumber(stay)}</Cell>
      <Cell>{formatNumber(contract_value)}</Cell>
    </>
  );
}

/** What the next daily process would mark and lift, by kind, beside what it would by the present policies. */
export function KindTable({ counted: { proposed, present }, effects }: EffectTableProps) {
  const changed = new Map(effects.map((effect) => [effect.kind, effect]));
  const kinds = Object.keys(proposed.kinds)
    .filter((kind) => changed.has(kind) || marksOf(proposed.kinds[kind]) + marksOf(present.kinds[kind]) > 0)
    .sort(byKind);
  if (kinds.length === 0) return null;
  return (
    <SmallTable
      label={`Marked on ${formatDay(proposed.day, { year: false })}, by kind`}
      heads={['Present', 'Proposed', 'Lifted', 'Share of active']}
      hidden={['Lifted']}
    >
      {kinds.map((kind) => {
        const { share, trips_breaker, lifted } = proposed.kinds[kind] ?? { share: 0, trips_breaker: false, lifted: 0 };
        const effect = changed.get(kind);
        return (
          <tr key={kind} className="border-b last:border-b-0">
            <Name>
              {kindName(kind)} <span className="text-muted-foreground">{effect ? choiceWords(effect.to) : 'unchanged'}</span>
            </Name>
            <Cell>{formatNumber(marksOf(present.kinds[kind]))}</Cell>
            <Cell strong>{formatNumber(marksOf(proposed.kinds[kind]))}</Cell>
            <Cell phone={false}>{formatNumber(lifted)}</Cell>
            <Cell>
              {trips_breaker ? (
                <span className="inline-flex items-center gap-1 font-medium text-marked">
                  <CirclePause aria-label="trips the breaker" className="size-3.5" />
                  {formatShare(share)}
                </span>
              ) : (
                formatShare(share)
              )}
            </Cell>
          </tr>
        );
      })}
    </SmallTable>
  );
}

type SmallTableProps = { label: string; heads: readonly string[]; hidden: readonly string[]; children: ReactNode };

/** A table without edges, for a dialog; `hidden` columns have no room on a phone. */
function SmallTable({ label, heads, hidden, children }: SmallTableProps) {
  return (
    <table className="w-full border-collapse">
      <thead>
        <tr className="border-b text-muted-foreground text-xs">
          <th scope="col" className="py-1.5 pr-2 text-left font-normal">
            {label}
          </th>
          {heads.map((head) => (
            <th
              key={head}
              scope="col"
              className={cn(
                'whitespace-nowrap py-1.5 pl-3 text-right font-normal max-sm:whitespace-normal',
                hidden.includes(head) && 'max-sm:hidden',
              )}
            >
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}

function Name({ children, strong }: { children: ReactNode; strong?: boolean }) {
  return (
    <th scope="row" className={cn('w-full max-w-0 truncate py-1.5 pr-2 text-left', strong ? 'font-semibold' : 'font-normal')}>
      {children}
    </th>
  );
}

type CellProps = { children: ReactNode; strong?: boolean; phone?: boolean; className?: string };

function Cell({ children, strong, phone = true, className }: CellProps) {
  return (
    <td
      className={cn(
        'whitespace-nowrap py-1.5 pl-3 text-right tabular-nums',
        strong && 'font-semibold',
        !phone && 'max-sm:hidden',
        className,
      )}
    >
      {children}
    </td>
  );
}
