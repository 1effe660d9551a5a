import { Archive, CircleCheck, CirclePause, Hourglass, Shield, TimerOff, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { Badge } from '@/components/ui/badge.tsx';
import { cn } from '@/components/ui/cn.ts';

export type EntityState = 'active' | 'marked' | 'held' | 'archived' | 'dormant' | 'waits' | 'gone';

export type StateLabelProps = {
  state: EntityState;
  /** Other words than the state's own: "Active, on hold". */
  children?: ReactNode;
  /** Boxed, as beside a title. */
  badge?: boolean;
  className?: string;
};

/** A state is an icon and a word; colour comes besides. */
export function StateLabel({ state, children, badge, className }: StateLabelProps) {
  const { icon: Icon, word, tone, iconTone = tone } = looks[state];
  const text = children ?? word;
  if (badge) {
    return (
      <Badge tone={state === 'marked' || state === 'waits' ? 'marked' : state === 'gone' ? 'gone' : 'plain'} className={className}>
        <Icon aria-hidden />
        {text}
      </Badge>
    );
  }
  return (
    <span className={cn('inline-flex items-center gap-1.5 whitespace-nowrap align-top', tone, className)}>
      <Icon aria-hidden className={cn('size-3.5', iconTone)} />
      {text}
    </span>
  );
}

const looks: Record<EntityState, { icon: typeof Archive; word: string; tone?: string; iconTone?: string }> = {
  active: { icon: CircleCheck, word: 'Active', iconTone: 'text-primary' },
  marked: { icon: Hourglass, word: 'Marked', tone: 'font-medium text-marked' },
  held: { icon: Shield, word: 'On hold' },
  archived: { icon: Archive, word: 'Archived' },
  dormant: { icon: TimerOff, word: 'Dormant' },
  waits: { icon: CirclePause, word: 'Waits for a person', tone: 'font-medium text-marked' },
  gone: { icon: Trash2, word: 'Gone for good', tone: 'font-medium text-gone' },
};
