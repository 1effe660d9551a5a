import { CircleAlert, CirclePause, FlaskConical } from 'lucide-react';
import type { ReactNode } from 'react';
import { TextLink } from '@/components/ui/app-link.tsx';
import { cn } from '@/components/ui/cn.ts';
import { formatInstant } from '@/components/ui/format.ts';
import { type Pause, pausedWords } from './paused-words.ts';

type BannerProps = {
  icon: ReactNode;
  /** The first words, said strongest. */
  title: ReactNode;
  children?: ReactNode;
  /** What a phone has no room for. */
  detail?: ReactNode;
  /** A link or a button. */
  action?: ReactNode;
  tone?: 'plain' | 'marked' | 'gone';
};

/** One line under the top bar. */
export function Banner({ icon, title, children, detail, action, tone = 'plain' }: BannerProps) {
  return (
    <div data-banner className={cn('flex h-9 items-center gap-2 border-b px-6 text-sm max-sm:px-4', grounds[tone])}>
      <span aria-hidden className={icons[tone]}>
        {icon}
      </span>
      <p className="min-w-0 flex-1 truncate tabular-nums">
        <strong className="font-medium">{title}</strong> {children}
        {detail && <span className="text-muted-foreground max-sm:hidden"> {detail}</span>}
      </p>
      {action && <span className="shrink-0 font-medium">{action}</span>}
    </div>
  );
}

/** The workspace's clock is set by hand; `action` advances it. */
export function TestClockBanner({ now, action }: { now: string; action?: ReactNode }) {
  return (
    <Banner icon={<FlaskConical />} title="Test clock" detail="It stands still until somebody advances it." action={action}>
      {formatInstant(now)}
      <span className="max-sm:hidden">.</span>
    </Banner>
  );
}

type PausedBannerProps = { marking: Pause | null; purging: Pause | null; href: string };

/** R29. What is paused, who paused it and since when; nothing where nothing is. */
export function PausedBanner({ marking, purging, href }: PausedBannerProps) {
  if (!marking && !purging) return null;
  const what = marking && purging ? 'both' : marking ? 'marking' : 'purging';
  return (
    <Banner
      icon={<CirclePause />}
      tone="marked"
      title={pauses[what]}
      detail={pausedWords(marking, purging)}
      action={<TextLink href={href}>Settings</TextLink>}
    >
      {effects[what]}
    </Banner>
  );
}

/** `summary`: "Licenses, 131 of 640"; `detail` goes on behind it. */
export function RunWaitsBanner({ summary, detail, href }: { summary: string; detail?: string; href: string }) {
  return (
    <Banner
      icon={<CirclePause />}
      tone="marked"
      title={
        <>
          A run waits<span className="max-sm:hidden"> for a person</span>:
        </>
      }
      detail={detail}
      action={<TextLink href={href}>Review</TextLink>}
    >
      {summary}
    </Banner>
  );
}

export function LateBanner({ since, href }: { since: string; href?: string }) {
  return (
    <Banner icon={<CircleAlert />} tone="gone" title="The daily process is late:" action={href && <TextLink href={href}>Runs</TextLink>}>
      due {formatInstant(since)}
    </Banner>
  );
}

const effects = {
  marking: 'The daily process marks nothing.',
  purging: 'Nothing is deleted for good.',
  both: 'Nothing is marked or deleted.',
};
const pauses = { marking: 'Marking is paused.', purging: 'Purging is paused.', both: 'Marking and purging are paused.' };
const grounds = { plain: 'bg-muted', marked: 'border-marked-border bg-marked-subtle', gone: 'border-gone-border bg-gone-subtle' };
const icons = { plain: 'text-muted-foreground', marked: 'text-marked', gone: 'text-gone' };
