'use client';

import type { nextProcess } from '#lib/retention/next-process.ts';
import { dataAddress } from '@/components/data/data-address.ts';
import { useData } from '@/components/data/use-data.ts';
import { NextProcess } from '@/components/retention/next-process.tsx';

export type NextProcessData = Awaited<ReturnType<typeof nextProcess>>;

export type NextProcessLineProps = {
  slug: string;
  /** In the head of a table page. */
  bare?: boolean;
  className?: string;
  /** On the page that it would lead to. */
  unlinked?: boolean;
};

/** When the next daily process is and what it does, kept fresh. The page has prefetched `next-process`. */
export function NextProcessLine({ slug, bare = false, className = '', unlinked = false }: NextProcessLineProps) {
  const { data } = useData<NextProcessData>(dataAddress(slug, 'next-process'), { every: 30_000 });
  const look = { bare, className };
  if (!data) return <NextProcess state="loading" {...look} />;
  if (!data.hasInformation) return <NextProcess state="unconnected" href={`/${slug}/settings/connect`} {...look} />;
  const { at, now, marks, purges, paused } = data;
  const href = unlinked ? undefined : `/${slug}/settings/data-management/data-retention/runs/next`;
  return <NextProcess at={at} now={now} marks={marks} purges={purges} paused={paused} href={href} {...look} />;
}
