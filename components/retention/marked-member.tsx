import { Building2, ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import type { MemberPage } from '#lib/entities/member-page.ts';
import { AccountState } from '@/components/accounts/account-state.tsx';
import { inactiveText } from '@/components/accounts/inactive-text.ts';
import { AppLink } from '@/components/ui/app-link.tsx';
import { Code } from '@/components/ui/code.tsx';
import { StatTile, StatTiles } from '@/components/ui/stat-tiles.tsx';
import { kindName } from './kind-name.ts';
import { LifeTimeline } from './life-timeline.tsx';
import { type Lift, LiftNotice } from './lift-notice.tsx';
import { MarkReason } from './mark-reason.tsx';

export type MarkedMemberProps = { page: MemberPage; accountHref: string; explain: ReactNode; lift: Lift | null };

/** What a panel says of a marked user or object. */
export function MarkedMember({ page, accountHref, explain, lift }: MarkedMemberProps) {
  const { answer, now, policy, collection } = page;
  const kind = kindName(collection ?? 'users');
  return (
    <div className="grid gap-4">
      <StatTiles small>
        <StatTile label="State" value={<AccountState of={answer} />} />
        <StatTile label="Kind" value={kind} />
        <StatTile label="Inactive days" value={inactiveText(answer.inactive_days)} />
      </StatTiles>
      {answer.marked_on === null ? (
        <p className="text-base">It is not marked any more.</p>
      ) : (
        <>
          <p className="text-base">
            <MarkReason mark={answer} policy={{ name: kind, days: policy?.days ?? null }} now={now} /> {explain}
          </p>
          {lift === null ? (
            <LifeTimeline now={now} lastInformationAt={answer.last_information_at} markedOn={answer.marked_on} upright />
          ) : (
            <LiftNotice lift={lift} now={now} />
          )}
        </>
      )}
      <div>
        <p className="text-muted-foreground text-sm">Belongs to</p>
        <AppLink href={accountHref} className="mt-2 flex min-h-10 items-center gap-2.5 border-y py-2 -outline-offset-2 hover:bg-accent">
          <Building2 aria-hidden className="text-muted-foreground" />
          <Code className="min-w-0 flex-1 truncate">{answer.account}</Code>
          <ChevronRight aria-hidden className="text-muted-foreground" />
        </AppLink>
      </div>
    </div>
  );
}
