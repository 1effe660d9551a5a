import { Undo2 } from 'lucide-react';
import { Notice } from '@/components/ui/card.tsx';
import { DayText } from '@/components/ui/when.tsx';
import type { Explanation } from './explain-words.ts';
import { Rule } from './mark-reason.tsx';

export type Lift = NonNullable<Explanation['lift']>;

/** R14. In place of the days to its purge, where a mark does not last until then. */
export function LiftNotice({ lift, now }: { lift: Lift; now: string }) {
  return (
    <Notice icon={<Undo2 />}>
      Its cause no longer holds, or a hold keeps it: the daily process of <DayText day={lift.on} time="02:00" now={now} quiet /> lifts this
      mark <Rule number="R14" />.{' '}
      {lift.due_again_on === null ? (
        'Then it stays.'
      ) : (
        <>
          Then it is due again on <DayText day={lift.due_again_on} time="02:00" now={now} quiet />, if nothing arrives.
        </>
      )}
    </Notice>
  );
}
