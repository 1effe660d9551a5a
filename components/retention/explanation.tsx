import { KeyValue, KeyValues } from '@/components/ui/key-values.tsx';
import { dueDay, type Explanation, explainFacts, explainWords } from './explain-words.ts';
import { LifeTimeline } from './life-timeline.tsx';

/** Why one record is kept, marked or due: in sentences, drawn with its days, and item by item. */
export function ExplanationView({ explained, now }: { explained: Explanation; now: string }) {
  const { mark, lift, last_information } = explained;
  const day = lift === null ? (mark?.marked_on ?? dueDay(explained)) : null;
  return (
    <>
      <div className="grid gap-5 px-6 py-4 max-sm:px-4">
        <p className="max-w-[80ch] text-base">{explainWords(explained, now)}</p>
        {day !== null && <LifeTimeline now={now} lastInformationAt={last_information.at} markedOn={day} ahead={mark === null} />}
      </div>
      <KeyValues className="border-t sm:[&>div]:px-6">
        {explainFacts(explained, now).map(({ label, text }) => (
          <KeyValue key={label} label={label}>
            {text}
          </KeyValue>
        ))}
      </KeyValues>
    </>
  );
}
