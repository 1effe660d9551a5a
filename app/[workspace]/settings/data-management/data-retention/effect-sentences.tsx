import { kindName } from '@/components/retention/kind-name.ts';
import type { EffectDialogProps } from './effect-dialog.tsx';
import type { Counted } from './effect-numbers.ts';
import { effectSentence } from './policy-words.ts';

type EffectSentencesProps = Pick<EffectDialogProps, 'effects' | 'rows' | 'now'> & { counted: Counted | undefined };

/** What becomes of each kind, in words. */
export function EffectSentences({ effects, rows, now, counted }: EffectSentencesProps) {
  if (effects.length === 0) return <p>The days that hold stay the same; only where they are written changes.</p>;
  return (
    <dl className="grid gap-x-4 gap-y-2 sm:grid-cols-[auto_minmax(0,1fr)]">
      {effects.map((effect) => {
        const { marked = 0 } = rows.find(({ kind }) => kind === effect.kind) ?? {};
        return (
          <div key={effect.kind} className="contents">
            <dt className="font-medium max-sm:-mb-1.5">{kindName(effect.kind)}</dt>
            <dd>{effectSentence(effect, { marked, waiting: counted?.proposed.no_longer_expiring ?? 0, now })}</dd>
          </div>
        );
      })}
    </dl>
  );
}
