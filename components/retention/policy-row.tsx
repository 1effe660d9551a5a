import type { ReactNode } from 'react';
import { TextLink } from '@/components/ui/app-link.tsx';
import { Badge } from '@/components/ui/badge.tsx';
import { cn } from '@/components/ui/cn.ts';
import { formatNumber } from '@/components/ui/format.ts';

export type PolicyRowProps = {
  icon: ReactNode;
  name: string;
  /** Behind the name: Collection, Overruled by Accounts. */
  badges?: ReactNode;
  sentence: ReactNode;
  /** Clock, mode, who set it: parted by dots. */
  facts: readonly ReactNode[];
  /** A number, or words where there is none. */
  active: number | string;
  marked: number | string;
  due: number | string;
  /** Where those that are marked, and the days on which the others fall due, are seen. */
  hrefs: { marked: string; due: string };
  changed?: boolean;
  /** The DaysSelect. */
  control: ReactNode;
  /** Under the control at the left: "Saved: 180 days", "1 to 3,650". */
  hint?: ReactNode;
  /** Under the control at the right: Explain. */
  explain?: ReactNode;
  /** Below all, as wide as the row: the recommendations. */
  children?: ReactNode;
};

/** The head over policy rows; on a phone each number bears its own. */
export function PolicyHead() {
  return (
    <div aria-hidden className={cn(columns, 'items-center border-b bg-muted px-5 py-[7px] text-muted-foreground text-xs max-md:hidden')}>
      <span>Kind</span>
      <span className="text-right">Active</span>
      <span className="text-right">Marked</span>
      <span className="flex justify-end whitespace-nowrap">Due in 30 days</span>
      <span>Delete after inactive days</span>
    </div>
  );
}

/** One kind: what it is, how many, and after how many inactive days it is marked. */
export function PolicyRow({
  icon,
  name,
  badges,
  sentence,
  facts,
  active,
  marked,
  due,
  hrefs,
  changed,
  control,
  hint,
  explain,
  children,
}: PolicyRowProps) {
  return (
    <section
      aria-label={name}
      className={cn(
        'relative border-b px-5 py-4 last:border-b-0 max-sm:px-4',
        changed && 'bg-primary-subtle shadow-[inset_3px_0_0_var(--primary)]',
      )}
    >
      <div className={cn(columns, 'items-start max-md:grid-cols-3 max-md:gap-y-3 max-md:pl-7')}>
        <div className="relative min-w-0 max-md:col-span-3 md:pl-7">
          <span aria-hidden className="absolute top-0.5 left-0 text-muted-foreground max-md:-left-7">
            {icon}
          </span>
          <h3 className="flex flex-wrap items-center gap-2 font-medium text-sm">
            {name}
            {changed && <Badge tone="changed">Changed</Badge>}
            {badges}
          </h3>
          <p className="text-muted-foreground text-sm">{sentence}</p>
          <Facts facts={facts} />
        </div>
        <Count label="Active" value={active} />
        <Count label="Marked" value={marked} href={hrefs.marked} />
        <Count label="Due in 30 days" value={due} href={hrefs.due} />
        <div className="grid gap-1.5 max-md:col-span-3">
          {control}
          <div className="flex justify-between gap-2 text-muted-foreground text-xs empty:hidden">
            <span>{hint}</span>
            {explain}
          </div>
        </div>
      </div>
      {children && <div className="mt-3 pl-7">{children}</div>}
    </section>
  );
}

/** A dot parts two facts on one line; before the first of a line it lies outside of what is cut off. */
function Facts({ facts }: { facts: readonly ReactNode[] }) {
  return (
    <ul className="mt-1.5 flex flex-wrap gap-x-4 text-muted-foreground text-xs [clip-path:inset(-4px_-4px_-4px_-2px)] max-sm:flex-col">
      {facts.map((fact, index) => (
        <li
          // biome-ignore lint/suspicious/noArrayIndexKey: facts have no other name and keep their order
          key={index}
          className="relative sm:before:absolute sm:before:-left-2.5 sm:before:content-['·'/'']"
        >
          {fact}
        </li>
      ))}
    </ul>
  );
}

function Count({ label, value, href }: { label: string; value: number | string; href?: string }) {
  return (
    <p className="text-sm tabular-nums md:flex md:justify-end">
      <span className="block text-muted-foreground text-xs md:sr-only">{label} </span>
      {typeof value === 'string' ? (
        <span className="whitespace-nowrap text-muted-foreground text-xs">{value}</span>
      ) : href && value > 0 ? (
        <TextLink href={href} aria-label={`${label}: ${formatNumber(value)}`}>
          {formatNumber(value)}
        </TextLink>
      ) : (
        formatNumber(value)
      )}
    </p>
  );
}

const columns = 'grid grid-cols-[minmax(0,1fr)_64px_64px_72px_184px] gap-x-5';
