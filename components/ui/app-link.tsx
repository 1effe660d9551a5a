import type { Route } from 'next';
import Link from 'next/link';
import type { ComponentProps } from 'react';
import { cn } from './cn.ts';

type AppLinkProps = Omit<ComponentProps<typeof Link>, 'href'> & { href: string };

/** A link within the console. Paths are put together from a workspace's slug, so they are text here. */
export function AppLink({ href, ...props }: AppLinkProps) {
  return <Link href={href as Route} {...props} />;
}

/** A link in running text: underlined by a hairline, as colour alone would not show it. */
export function TextLink({ className, ...props }: AppLinkProps) {
  return <AppLink className={cn(textLink, className)} {...props} />;
}

export const textLink =
  'rounded-sm underline decoration-muted-foreground/60 decoration-1 underline-offset-[3px] hover:decoration-foreground';
