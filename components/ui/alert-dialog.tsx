'use client';

import { AlertDialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { Button, type ButtonProps } from './button.tsx';
import { cn } from './cn.ts';
import { dialogBox } from './dialog.tsx';

export type AlertProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  icon?: ReactNode;
  title: ReactNode;
  description?: ReactNode;
  cancel?: string;
  /** The verb of what is confirmed. */
  action: string;
  actionVariant?: ButtonProps['variant'];
  actionDisabled?: boolean;
  pending?: boolean;
  onConfirm: () => void;
  children?: ReactNode;
};

/** A question that has to be answered. It closes itself on Cancel only: whoever opened it closes it when the work is done. */
export function Alert({ open, onOpenChange, icon, title, description, cancel = 'Cancel', children, ...confirm }: AlertProps) {
  const { action, actionVariant = 'primary', actionDisabled, pending, onConfirm } = confirm;
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 animate-appear bg-overlay" />
        <Radix.Content
          className={cn(dialogBox, 'max-w-[440px] gap-4 overflow-y-auto p-5')}
          {...(description ? {} : { 'aria-describedby': undefined })}
        >
          <div className="flex items-start gap-3">
            {icon && <span className="mt-1 text-gone">{icon}</span>}
            <div className="min-w-0">
              <Radix.Title className="font-semibold text-lg tracking-[-0.01em]">{title}</Radix.Title>
              {description && (
                <Radix.Description asChild>
                  <div className="mt-1 text-muted-foreground text-sm">{description}</div>
                </Radix.Description>
              )}
            </div>
          </div>
          <form
            className="grid gap-4"
            onSubmit={(event) => {
              event.preventDefault();
              if (!actionDisabled && !pending) onConfirm();
            }}
          >
            {children}
            <div className="flex justify-end gap-2 max-sm:[&>*]:flex-1">
              <Radix.Cancel asChild>
                <Button>{cancel}</Button>
              </Radix.Cancel>
              <Button type="submit" variant={actionVariant} disabled={actionDisabled} pending={pending}>
                {action}
              </Button>
            </div>
          </form>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
