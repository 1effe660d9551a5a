import { type DecidingPolicy, type MarkFacts, markSentence } from './mark-words.ts';

/** The sentence that says why it is marked; the rule's number stands small, in brackets, at its end. */
export function MarkReason({ mark, policy, now }: { mark: MarkFacts; policy: DecidingPolicy; now: string }) {
  const sentence = markSentence(mark, policy, now);
  if (sentence === null) return null;
  return (
    <>
      {sentence.text} <Rule number={sentence.rule} />.
    </>
  );
}

export function Rule({ number }: { number: string }) {
  return <span className="text-muted-foreground">({number})</span>;
}
