import { CircleAlert, CircleCheck, CirclePause, LoaderCircle } from 'lucide-react';
import type { RunAnswer } from '#lib/retention/rules/run-answer.ts';
import { Badge } from '@/components/ui/badge.tsx';
import { cn } from '@/components/ui/cn.ts';

export type RunStateProps = { state: RunAnswer['state']; badge?: boolean };

/** How a run stands: an icon and a word. */
export function RunState({ state, badge }: RunStateProps) {
  const { icon: Icon, word, tone, look, iconLook } = LOOKS[state];
  if (badge) {
    return (
      <Badge tone={tone}>
        <Icon aria-hidden className={iconLook} />
        {word}
      </Badge>
    );
  }
  return (
    <span className={cn('inline-flex items-center gap-1.5 whitespace-nowrap', look)}>
      <Icon aria-hidden className={cn('size-3.5', iconLook)} />
      {word}
    </span>
  );
}

type Look = { icon: typeof CircleCheck; word: string; tone: 'plain' | 'marked' | 'gone'; look?: string; iconLook?: string };

const LOOKS: Record<RunAnswer['state'], Look> = {
  done: { icon: CircleCheck, word: 'Done', tone: 'plain', iconLook: 'text-primary' },
  running: { icon: LoaderCircle, word: 'Running', tone: 'plain', iconLook: 'animate-spin text-primary' },
  waiting: { icon: CirclePause, word: 'Waits for a person', tone: 'marked', look: 'font-medium text-marked' },
  failed: { icon: CircleAlert, word: 'Cut off', tone: 'gone', look: 'font-medium text-gone' },
};
