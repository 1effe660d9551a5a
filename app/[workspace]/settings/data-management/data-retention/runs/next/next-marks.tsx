'use client';

import { CirclePause } from 'lucide-react';
import { Fragment } from 'react';
import { purgeDay } from '#lib/retention/rules/lifecycle.ts';
import { own } from '#lib/retention/rules/own.ts';
import type { Day } from '#lib/time.ts';
import { KindExamples } from '@/app/[workspace]/settings/data-management/data-retention/effect-examples.tsx';
import { AS_IT_IS, useStandingPreview } from '@/app/[workspace]/settings/data-management/data-retention/use-preview.ts';
import { byKind, kindName } from '@/components/retention/kind-name.ts';
import { CardBody, CardNote, Notice, SettingsCard } from '@/components/ui/card.tsx';
import { formatDay } from '@/components/ui/format.ts';
import { ListFailed } from '@/components/ui/list-failed.tsx';
import { TableSkeleton } from '@/components/ui/table-skeleton.tsx';

/** Of each kind, twenty of what the next daily process would mark. `marked`: how many, by kind. */
export function NextMarks({ slug, day, marked }: { slug: string; day: Day; marked: Readonly<Record<string, number>> }) {
  const kinds = Object.keys(marked).sort(byKind);
  const { data, error, refetch } = useStandingPreview(slug, kinds.length > 0);
  if (kinds.length === 0) return null;
  return (
    <SettingsCard
      title="What would be marked"
      sentence={`On ${formatDay(day)}, and gone for good on ${formatDay(purgeDay(day))}, if nothing arrives (R9, R11).`}
    >
      {!data && error && <ListFailed what="The examples" error={error} onRetry={() => void refetch()} />}
      {!data && !error && <TableSkeleton rows={4} columns={5} label="Loading the examples" />}
      <div className="[&>*:first-child]:border-t-0">
        {kinds.map((kind) => {
          const effect = data && own(data.kinds, kind);
          return (
            effect &&
            effect.sample.length > 0 && (
              <Fragment key={kind}>
                {effect.trips_breaker && <Waits kind={kind} />}
                <KindExamples slug={slug} save={AS_IT_IS} kind={kind} effect={effect} inCard />
              </Fragment>
            )
          );
        })}
      </div>
      <CardNote>Users and objects of a marked account go along with it and get no mark of their own (R10).</CardNote>
    </SettingsCard>
  );
}

/** R29. */
function Waits({ kind }: { kind: string }) {
  return (
    <CardBody className="border-t">
      <Notice icon={<CirclePause />}>
        {kindName(kind)}: above the breaker, so these marks wait for a person and are made when they are allowed (R29).
      </Notice>
    </CardBody>
  );
}
