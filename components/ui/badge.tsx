import { cva, type VariantProps } from 'class-variance-authority';
import type { ComponentProps } from 'react';
import { cn } from './cn.ts';

type BadgeProps = ComponentProps<'span'> & VariantProps<typeof badgeLook>;

export function Badge({ className, tone, ...props }: BadgeProps) {
  return <span className={cn(badgeLook({ tone }), className)} {...props} />;
}

const badgeLook = cva(
  'inline-flex h-5 shrink-0 items-center gap-1 whitespace-nowrap rounded-sm border px-1.5 font-medium text-xs [&_.lucide]:size-3.5',
  {
    variants: {
      tone: {
        plain: 'border-border bg-card font-normal text-muted-foreground',
        strong: 'border-border bg-muted text-foreground',
        changed: 'border-primary/30 bg-primary-subtle text-primary',
        marked: 'border-marked-border bg-marked-subtle text-marked',
        gone: 'border-gone-border bg-gone-subtle text-gone',
      },
    },
    defaultVariants: { tone: 'plain' },
  },
);
