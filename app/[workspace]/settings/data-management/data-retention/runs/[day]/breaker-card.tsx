'use client';

import { CirclePause } from 'lucide-react';
import { useState } from 'react';
import { MADE_AT_ONCE } from '#lib/retention/rules/breaker.ts';
import type { RunPage } from '#lib/retention/run-page.ts';
import { WaitingExamples } from '@/app/[workspace]/settings/data-management/data-retention/waiting-examples.tsx';
import { useAction } from '@/app/[workspace]/use-action.ts';
import { kindName } from '@/components/retention/kind-name.ts';
import { NoPermission } from '@/components/retention/no-permission.tsx';
import { Button } from '@/components/ui/button.tsx';
import { Card, CardBody } from '@/components/ui/card.tsx';
import { FieldError } from '@/components/ui/field.tsx';
import { count, formatDay, formatNumber, formatShare } from '@/components/ui/format.ts';
import { notify } from '@/components/ui/toaster.tsx';
import { allowMarksAction, refuseMarksAction } from '../actions.ts';

type Tripped = RunPage['run']['breaker'][number];

export type BreakerCardProps = {
  slug: string;
  day: string;
  breaker: readonly Tripped[];
  limits: RunPage['settings']['breaker'];
  ask: readonly string[] | null;
};

/** The policies whose marks wait for a person, or were answered (R29). */
export function BreakerCard({ slug, day, breaker, limits, ask }: BreakerCardProps) {
  return breaker.map((tripped) => <Waiting key={tripped.kind} slug={slug} day={day} tripped={tripped} limits={limits} ask={ask} />);
}

type WaitingProps = Pick<BreakerCardProps, 'slug' | 'day' | 'limits' | 'ask'> & { tripped: Tripped };

function Waiting({ slug, day, tripped, limits, ask }: WaitingProps) {
  const { kind, marks, active, answer, same_day } = tripped;
  return (
    <Card className={answer === null ? 'border-marked-border' : undefined}>
      <CardBody className="flex items-start gap-x-3 gap-y-4 max-sm:flex-wrap">
        <CirclePause aria-hidden className="mt-0.5 text-marked" />
        <div className="min-w-0 flex-1 max-sm:min-w-60">
          <h2 className="font-semibold text-base tracking-[-0.01em]">
            {kindName(kind)}: {count(marks, 'mark')} {ANSWERS[answer ?? 'open']}
          </h2>
          <p className="mt-1 text-muted-foreground">
            {formatNumber(marks)} of {formatNumber(active)} active is {formatShare(active === 0 ? 1 : marks / active)}. The breaker stops at{' '}
            {formatNumber(limits.share)} % and {count(limits.floor, 'mark')} (R29).{' '}
            <span className="text-foreground">
              {formatNumber(same_day.marks)} of them were last heard of on one day, {formatDay(same_day.day)}
            </span>
            , which can mean that an import stopped.
          </p>
          {answer === null && ask && (
            <NoPermission
              className="mt-3"
              why="You can see this, not answer it."
              doing="Allowing or refusing"
              permission="retention:approve"
              ask={ask}
            />
          )}
          {answer === null && <p className="mt-1.5 text-muted-foreground text-xs">Where nobody answers, the next run asks again.</p>}
        </div>
        {answer === null && !ask && <Answer day={day} kind={kind} marks={marks} />}
      </CardBody>
      {answer === null && <WaitingExamples slug={slug} kind={kind} />}
    </Card>
  );
}

/** Allow and Refuse weigh the same. */
function Answer({ day, kind, marks }: { day: string; kind: string; marks: number }) {
  const allow = useAction(allowMarksAction);
  const refuse = useAction(refuseMarksAction);
  const [error, setError] = useState<string>();
  const answer = async (action: typeof allow | typeof refuse, title: string) => {
    setError(undefined);
    const given = await action.run({ day, kind });
    if (given.ok) notify({ title });
    else setError(given.message);
  };
  const busy = allow.pending || refuse.pending;
  return (
    <div className="grid justify-items-end gap-2 max-sm:w-full">
      <div className="flex justify-end gap-2 max-sm:w-full max-sm:[&>*]:flex-1">
        <Button
          pending={refuse.pending}
          disabled={busy}
          onClick={() => void answer(refuse, 'Refused: nothing is marked before the next save')}
        >
          Refuse
        </Button>
        <Button
          pending={allow.pending}
          disabled={busy}
          onClick={() => void answer(allow, marks > MADE_AT_ONCE ? 'Allowed: they are being marked' : 'Allowed and marked')}
        >
          Allow {count(marks, 'mark')}
        </Button>
      </div>
      <FieldError text={error} />
    </div>
  );
}

const ANSWERS = {
  open: 'wait for your answer',
  allowed: 'were allowed',
  refused: 'were refused',
  superseded: 'were asked for again by the next run',
};
