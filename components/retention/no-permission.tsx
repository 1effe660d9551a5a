import { Lock } from 'lucide-react';
import type { ReactNode } from 'react';
import { Card } from '@/components/ui/card.tsx';
import { cn } from '@/components/ui/cn.ts';
import { Code } from '@/components/ui/code.tsx';
import { either } from '@/components/ui/format.ts';

export type NoPermissionProps = {
  /** What may not be done here: "You can read this page, not change it." */
  why: string;
  /** "Changing", "Reading": what needs the permission. */
  doing: string;
  permission: string;
  /** Names of who can give it. */
  ask: readonly string[];
  /** In place of a whole page. */
  page?: boolean;
  /** A switched-off button, so that it is seen where it would be. */
  children?: ReactNode;
  className?: string;
};

/** Says why, which permission, and whom to ask. */
export function NoPermission({ why, doing, permission, ask, page, children, className }: NoPermissionProps) {
  const words = (
    <>
      {doing} needs <Code>{permission}</Code>
      {ask.length > 0 && `; ask ${either(ask)}`}.
    </>
  );
  if (page) {
    return (
      <Card className={cn('mx-auto max-w-[480px] px-6 py-10 text-center', className)}>
        <Lock aria-hidden className="mx-auto size-5 text-muted-foreground" />
        <h1 className="mt-3 font-semibold text-lg tracking-[-0.01em]">{why}</h1>
        <p className="mt-1 text-base text-muted-foreground">{words}</p>
        {children && <div className="mt-5">{children}</div>}
      </Card>
    );
  }
  return (
    <div className={cn('flex items-start gap-3 text-sm', className)}>
      <Lock aria-hidden className="mt-0.5 text-muted-foreground" />
      <div>
        <p>
          {why} {words}
        </p>
        {children && <div className="mt-3">{children}</div>}
      </div>
    </div>
  );
}
