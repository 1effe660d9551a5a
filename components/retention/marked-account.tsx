import { Boxes, Building2, ChevronRight, Shield, Users } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import type { AccountPage } from '#lib/entities/account-page.ts';
import { AccountState } from '@/components/accounts/account-state.tsx';
import { AppLink } from '@/components/ui/app-link.tsx';
import { Notice } from '@/components/ui/card.tsx';
import { count, formatNumber } from '@/components/ui/format.ts';
import { StatTile, StatTiles } from '@/components/ui/stat-tiles.tsx';
import { ContractStatus } from './contract-status.tsx';
import { kindName } from './kind-name.ts';
import { LifeTimeline } from './life-timeline.tsx';
import { type Lift, LiftNotice } from './lift-notice.tsx';
import { MarkReason, Rule } from './mark-reason.tsx';

export type MarkedAccountProps = {
  page: AccountPage;
  /** The account's own page. */
  href: string;
  hrefOf: (account: string) => string;
  /** Leads to the whole explanation. */
  explain: ReactNode;
  /** R14. What lifts the mark. */
  lift: Lift | null;
};

/** What a panel says of a marked account. */
export function MarkedAccount({ page, href, hrefOf, explain, lift }: MarkedAccountProps) {
  const { account, now, policy } = page;
  const deciding = { name: account.cause === 'expiry' ? 'Free accounts' : 'Accounts', days: policy?.days ?? null };
  return (
    <div className="grid gap-4">
      <StatTiles small>
        <StatTile label="State" value={<AccountState of={account} />} />
        <StatTile label="Status" value={<ContractStatus status={account.contract_status} />} />
        <StatTile label="Value" value={account.contract_value === null ? '–' : formatNumber(account.contract_value)} />
      </StatTiles>
      {account.marked_on === null ? (
        <p className="text-base">It is not marked any more.</p>
      ) : (
        <>
          <p className="text-base">
            <MarkReason mark={account} policy={deciding} now={now} /> {explain}
          </p>
          {lift === null ? (
            <LifeTimeline now={now} lastInformationAt={account.last_information_at} markedOn={account.marked_on} upright />
          ) : (
            <LiftNotice lift={lift} now={now} />
          )}
          <Along page={page} href={href} hrefOf={hrefOf} />
        </>
      )}
    </div>
  );
}

/** Members by kind, and the sub-accounts that it took along by name; a held one is said to stay. */
function Along({ page: { account, members, below, sub_accounts_along }, href, hrefOf }: Omit<MarkedAccountProps, 'explain' | 'lift'>) {
  const title = useId();
  const root = account.cause === 'parent' ? account.root : account.account;
  const taken = below.filter((row) => row.cause === 'parent' && row.root === root);
  const held = below.filter((row) => row.on_hold && row.state !== 'marked');
  const more = sub_accounts_along - Math.min(taken.length, NAMED);
  return (
    <div>
      <p id={title} className="text-muted-foreground text-sm">
        Goes along
      </p>
      <ul aria-labelledby={title} className="mt-2 divide-y border-y">
        {members
          .filter(({ along }) => along > 0)
          .map(({ kind, along }) => (
            <Line
              key={kind}
              href={`${href}?tab=${encodeURIComponent(kind)}#members`}
              icon={kind === 'users' ? <Users /> : <Boxes />}
              value={along}
            >
              {kindName(kind)}
            </Line>
          ))}
        {taken.slice(0, NAMED).map((row) => (
          <Line
            key={row.account}
            href={hrefOf(row.account)}
            icon={<Building2 />}
            note={
              <>
                {row.inactive_days === null ? 'No inactive day' : count(row.inactive_days, 'inactive day')}, goes along{' '}
                <Rule number="R10" />
              </>
            }
          >
            {row.name ?? row.account}
          </Line>
        ))}
        {more > 0 && (
          <Line href={`${href}#family`} icon={<Building2 />} value={more}>
            {taken.length > 0 ? 'More sub-accounts' : 'Sub-accounts'}
          </Line>
        )}
        {members.every(({ along }) => along === 0) && sub_accounts_along === 0 && (
          <li className="py-2.5 text-muted-foreground">Nothing: it has no users, objects or sub-accounts that would.</li>
        )}
      </ul>
      {held.slice(0, NAMED).map((row) => (
        <Notice key={row.account} icon={<Shield />} className="mt-3">
          {row.name ?? row.account} is on hold and stays <Rule number="R15" />.
        </Notice>
      ))}
    </div>
  );
}

type LineProps = { href: string; icon: ReactNode; value?: number; note?: ReactNode; children: ReactNode };

function Line({ href, icon, value, note, children }: LineProps) {
  return (
    <li>
      <AppLink href={href} className="flex min-h-9 items-center gap-2.5 rounded-sm py-2 -outline-offset-2 hover:bg-accent">
        <span aria-hidden className="text-muted-foreground">
          {icon}
        </span>
        <span className="min-w-0 flex-1">
          <span className="block truncate">{children}</span>
          {note && <span className="block text-muted-foreground text-xs">{note}</span>}
        </span>
        {value !== undefined && <span className="tabular-nums">{formatNumber(value)}</span>}
        <ChevronRight aria-hidden className="text-muted-foreground" />
      </AppLink>
    </li>
  );
}

const NAMED = 5;
