import { CirclePause } from 'lucide-react';
import type { ReactNode } from 'react';
import type { AccountPage } from '#lib/entities/account-page.ts';
import type { Explanation } from '@/components/retention/explain-words.ts';
import { LifeTimeline } from '@/components/retention/life-timeline.tsx';
import { MarkReason, Rule } from '@/components/retention/mark-reason.tsx';
import { CardBody, Notice, SettingsCard } from '@/components/ui/card.tsx';
import { formatDay, formatInstant, relativeDay } from '@/components/ui/format.ts';
import { type Next, nextOf, waitWords } from './what-next.ts';

export type NextCardProps = {
  page: AccountPage;
  /** Undefined while it is not known. */
  explained: Explanation | undefined;
  /** Leads to the whole explanation. */
  explain: ReactNode;
};

/** What becomes of an account and on which day, in sentences, and drawn. */
export function NextCard({ page, explained, explain }: NextCardProps) {
  const { account, now } = page;
  const next = nextOf(page, explained);
  const wait = waitWords(explained?.waiting_for ?? null, account.state === 'marked');
  const day = next.name === 'gone' ? account.marked_on : next.name === 'marked' ? next.on : null;
  return (
    <SettingsCard title="What happens next" action={explain}>
      <CardBody className="grid gap-5">
        <p className="max-w-[68ch] text-base">
          <Sentences page={page} next={next} />
        </p>
        {wait !== null && (
          <Notice icon={<CirclePause />}>
            {wait} <Rule number="R29" />.
          </Notice>
        )}
        {day !== null && (
          <LifeTimeline now={now} lastInformationAt={account.last_information_at} markedOn={day} ahead={account.marked_on === null} />
        )}
      </CardBody>
    </SettingsCard>
  );
}

function Sentences({ page, next }: { page: AccountPage; next: Next }) {
  const { account, policy, now } = page;
  const name = account.cause === 'expiry' ? 'Free accounts' : 'Accounts';
  const reason = <MarkReason mark={account} policy={{ name, days: policy?.days ?? null }} now={now} />;
  switch (next.name) {
    case 'gone':
      return (
        <>
          Gone for good with {next.late ? 'the next daily process' : <Process day={next.on} now={now} />}, unless something arrives or a
          person revives it. {reason}
        </>
      );
    case 'lifted':
      return (
        <>
          {account.on_hold ? 'It is on hold' : 'Its cause no longer holds'}:{' '}
          {next.on === null ? 'the next daily process' : <Process day={next.on} now={now} />} lifts its mark <Rule number="R14" />.{' '}
          {next.againOn === null ? 'Then it stays. ' : `Then it is due again on ${formatDay(next.againOn)} if nothing arrives. `}
          {reason}
        </>
      );
    case 'marked':
      return (
        <>
          Marked with <Process day={next.on} now={now} /> if nothing arrives, and gone for good on{' '}
          <strong className="font-semibold tabular-nums">{formatDay(next.goneOn)}</strong> ({relativeDay(next.goneOn, now)}).{' '}
          {next.why.text} <Rule number={next.why.rule} />.
        </>
      );
    case 'kept':
      return (
        <>
          It stays: {next.why.text} <Rule number={next.why.rule} />.
        </>
      );
  }
}

function Process({ day, now }: { day: string; now: string }) {
  return (
    <>
      the daily process of <strong className="font-semibold tabular-nums">{formatInstant(`${day}T02:00:00.000Z`)}</strong> (
      {relativeDay(day, now)})
    </>
  );
}
