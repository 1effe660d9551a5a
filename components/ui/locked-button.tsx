'use client';

import { Lock } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, type ButtonProps } from './button.tsx';
import { cn } from './cn.ts';
import { Hint } from './tooltip.tsx';

type LockedButtonProps = Pick<ButtonProps, 'size' | 'className'> & {
  /** Why it cannot be pressed, and what would help. */
  why: ReactNode;
  children: ReactNode;
};

/** A button that somebody else could press: it stands where theirs does, and says why it does nothing. */
export function LockedButton({ why, children, className, ...look }: LockedButtonProps) {
  return (
    <Hint content={why}>
      <Button aria-disabled {...look} className={cn('[&>svg~svg]:hidden', className)}>
        <Lock aria-hidden />
        {children}
      </Button>
    </Hint>
  );
}
