import { Hourglass, Trash2 } from 'lucide-react';
import type { RunsPage } from '#lib/retention/list-runs-page.ts';
import type { PolicyRows } from '#lib/retention/policy-rows.ts';
import { addDays, type Day, dayOf } from '#lib/time.ts';
import { useData } from '@/components/data/use-data.ts';
import { formatNumber, formatShare } from '@/components/ui/format.ts';
import { Progress } from '@/components/ui/progress.tsx';
import { Skeleton } from '@/components/ui/skeleton.tsx';
import { StatTile, StatTiles } from '@/components/ui/stat-tiles.tsx';
import { type ByKind, byKindWords, totalOf } from './by-kind.ts';
import { overviewAddresses } from './overview-addresses.ts';

type QuotaUse = { used: number; quota: number | null };

/** Active, marked, purged in the 30 days that are over, and the quota that active accounts take. */
export function OverviewTiles({ slug, runs }: { slug: string; runs: RunsPage | undefined }) {
  const addresses = overviewAddresses(slug);
  const { data: kinds } = useData<PolicyRows>(addresses.kinds, { every: 30_000 });
  const { data: quota } = useData<QuotaUse>(addresses.quota, { every: 30_000 });
  const rows = kinds?.rows.filter(({ kind }) => kind !== 'free_accounts');
  const marked = kinds && markedByKind(kinds);
  const purged = runs && purgedByKind(runs);
  const members = rows?.filter(({ kind }) => kind !== 'accounts').map(({ kind, active }): [string, number] => [kind, active]);
  return (
    <StatTiles>
      <StatTile
        label="Active accounts"
        value={rows ? formatNumber(rows.find(({ kind }) => kind === 'accounts')?.active ?? 0) : WAITING}
        note={members && byKindWords(Object.fromEntries(members))}
      />
      <Counted label="Marked" counts={marked} icon={<Hourglass aria-hidden />} tone="marked" />
      <Counted label="Purged in 30 days" counts={purged} icon={<Trash2 aria-hidden />} tone="gone" />
      <Quota quota={quota} />
    </StatTiles>
  );
}

type CountedProps = { label: string; counts: ByKind | undefined; icon: React.ReactNode; tone: 'marked' | 'gone' };

function Counted({ label, counts, icon, tone }: CountedProps) {
  const total = counts && totalOf(counts);
  return (
    <StatTile
      label={label}
      value={total === undefined ? WAITING : formatNumber(total)}
      {...(total ? { icon, tone } : {})}
      note={counts && byKindWords(counts)}
    />
  );
}

/** R18. */
function Quota({ quota }: { quota: QuotaUse | undefined }) {
  if (!quota) return <StatTile label="Usage quota" value={WAITING} />;
  const { used, quota: most } = quota;
  if (most === null) return <StatTile label="Usage quota" value={formatNumber(used)} note="accounts count; there is no limit" />;
  const words = `${formatNumber(used)} of ${formatNumber(most)}`;
  return (
    <StatTile
      label="Usage quota"
      aside={most > 0 ? formatShare(used / most) : undefined}
      value={
        <>
          {formatNumber(used)} <span className="font-normal text-muted-foreground text-sm tracking-normal">of {formatNumber(most)}</span>
        </>
      }
      note="Marked accounts do not count"
    >
      <Progress label="Usage quota" value={used} max={most} text={words} tone={used > most ? 'gone' : 'usage'} />
    </StatTile>
  );
}

/** The row of the accounts holds the marks of expiry that an account policy is about to lift, and they are not counted twice. */
function markedByKind({ rows, set }: PolicyRows): ByKind {
  const overruled = set.policies.some(({ kind, days }) => kind === 'accounts' && days !== null);
  return Object.fromEntries(rows.filter(({ kind }) => !(overruled && kind === 'free_accounts')).map(({ kind, marked }) => [kind, marked]));
}

function purgedByKind({ rows, now }: RunsPage): ByKind {
  const first = addDays(dayOf(now), -PURGED_DAYS) as Day;
  const counts: Record<string, number> = {};
  for (const run of rows.filter(({ day }) => day > first)) {
    for (const [kind, n] of Object.entries(run.purged)) counts[kind] = (counts[kind] ?? 0) + n;
  }
  return counts;
}

const PURGED_DAYS = 30;
const WAITING = <Skeleton className="my-2 h-4 w-16" />;
