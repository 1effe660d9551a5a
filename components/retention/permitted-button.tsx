'use client';

import { Button, type ButtonProps } from '@/components/ui/button.tsx';
import { either } from '@/components/ui/format.ts';
import { LockedButton } from '@/components/ui/locked-button.tsx';

/** What a person may do, and whom they ask for the rest. */
export type Allowed = { permissions: readonly string[]; ask: readonly string[] };

export type PermittedButtonProps = ButtonProps & {
  permission: string;
  allowed: Allowed;
  /** "Reviving": what needs the permission. */
  doing: string;
};

/** A button for those who have the permission; for others it is locked, and says which one it takes and whom to ask. */
export function PermittedButton({ permission, allowed, doing, children, ...button }: PermittedButtonProps) {
  if (may(allowed, permission)) return <Button {...button}>{children}</Button>;
  return (
    <LockedButton why={whyLocked({ permission, allowed, doing })} size={button.size} className={button.className}>
      {children}
    </LockedButton>
  );
}

export function may({ permissions }: Allowed, permission: string): boolean {
  return permissions.includes(permission);
}

/** "Reviving needs retention:review; ask Dana Whitfield or Priya Raman." */
export function whyLocked({ permission, allowed, doing }: Pick<PermittedButtonProps, 'permission' | 'allowed' | 'doing'>): string {
  return `${doing} needs ${permission}${allowed.ask.length > 0 ? `; ask ${either(allowed.ask)}` : ''}.`;
}
