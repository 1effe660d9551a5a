'use client';

import { CircleAlert, LoaderCircle, ShieldCheck } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { verifyAudit } from '#lib/audit/verify-audit.ts';
import { dataAddress } from '@/components/data/data-address.ts';
import { useData } from '@/components/data/use-data.ts';
import { textLink } from '@/components/ui/app-link.tsx';
import { cn } from '@/components/ui/cn.ts';
import { formatNumber, relativeInstant } from '@/components/ui/format.ts';

type Verified = Awaited<ReturnType<typeof verifyAudit>>;

/** Whether the trail says what it said when it was written, and when that was looked at. */
export function ChainStatus({ slug }: { slug: string }) {
  const { data, error, isFetching, dataUpdatedAt, refetch } = useData<Verified>(dataAddress(slug, 'audit/verify'));
  const now = useClock();
  return (
    <p aria-live="polite" className="flex min-h-7 flex-wrap items-center gap-x-2 text-sm">
      {isFetching ? (
        <>
          <LoaderCircle aria-hidden className="animate-spin text-muted-foreground" />
          <span className="text-muted-foreground">Verifying the chain…</span>
        </>
      ) : (
        <>
          {data ? <Verdict verified={data} at={dataUpdatedAt} now={now} /> : <Unverified message={error?.message} />}
          <button type="button" onClick={() => void refetch()} className={cn(textLink, 'font-medium')}>
            Verify now
          </button>
        </>
      )}
    </p>
  );
}

function Verdict({ verified: { entries, broken }, at, now }: { verified: Verified; at: number; now: number }) {
  const ago = relativeInstant(new Date(at).toISOString(), new Date(Math.max(at, now)).toISOString());
  if (broken) {
    return (
      <strong className="inline-flex items-center gap-1.5 font-medium text-gone">
        <CircleAlert aria-hidden />
        {BROKEN[broken.reason]} {formatNumber(broken.number)}
      </strong>
    );
  }
  return (
    <span className="inline-flex items-center gap-1.5 tabular-nums">
      <ShieldCheck aria-hidden className="text-primary" />
      <span>
        Chain verified up to entry {formatNumber(entries)}, <span className="text-muted-foreground">{ago}</span>
      </span>
    </span>
  );
}

function Unverified({ message }: { message: string | undefined }) {
  return <span className="text-muted-foreground">The chain could not be verified. {message}</span>;
}

/** The browser's time, moved on every half minute. */
function useClock(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}

const BROKEN = {
  missing: 'The chain is broken: there is no entry',
  changed: 'The chain is broken: changed is entry',
  cut: 'The chain is cut off at entry',
};
