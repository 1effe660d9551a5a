import type { ReactNode } from 'react';
import type { AccountHolds } from '#lib/holds/holds-of-account.ts';
import { Rule } from '@/components/retention/mark-reason.tsx';
import { CardBody, SettingsCard } from '@/components/ui/card.tsx';
import { Code } from '@/components/ui/code.tsx';
import { DayText, When } from '@/components/ui/when.tsx';

export type Hold = AccountHolds[number];

export type HoldCardProps = {
  now: string;
  marked: boolean;
  onHold: boolean;
  /** Undefined while they are not known, or where the reader may not know them. */
  holds: readonly Hold[] | undefined;
  /** To put the account on hold. */
  put: ReactNode;
  /** To end one of the holds, or change it. */
  actionsOf: (hold: Hold) => ReactNode;
};

/** R15. Why an account is kept, until when, and who said so. */
export function HoldCard({ now, marked, onHold, holds, put, actionsOf }: HoldCardProps) {
  const own = holds?.some(({ kind }) => kind === 'accounts') ?? onHold;
  return (
    <SettingsCard title="Hold">
      {!onHold && (
        <CardBody className="text-muted-foreground">
          An account on hold is neither marked nor purged <Rule number="R15" />.
          {marked && ' This mark would be lifted by the next daily process.'}
        </CardBody>
      )}
      {onHold && !holds && <CardBody className="text-muted-foreground">It, or a user or object of it, is on hold.</CardBody>}
      {holds?.map((hold) => (
        <CardBody key={`${hold.kind}/${hold.entity}`} className="grid gap-2 border-b last:border-b-0">
          {hold.kind !== 'accounts' && (
            <p className="text-muted-foreground text-xs">
              Through {hold.kind === 'users' ? 'its user' : 'its object'}{' '}
              <Code>{decodeURIComponent(hold.entity.split('/').at(-1) ?? '')}</Code>
            </p>
          )}
          <p className="break-words">{hold.reason}</p>
          <p className="text-muted-foreground text-xs">
            By {hold.by} on <When at={hold.since} quiet />,{' '}
            {hold.until === null ? (
              'until a person ends it'
            ) : (
              <>
                through <DayText day={hold.until} time="02:00" now={now} quiet />
              </>
            )}
          </p>
          <div className="mt-1 flex gap-2 [&>*]:flex-1">{actionsOf(hold)}</div>
        </CardBody>
      ))}
      {!own && <CardBody className={onHold ? 'border-t' : 'pt-0'}>{put}</CardBody>}
    </SettingsCard>
  );
}
