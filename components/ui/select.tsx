'use client';

import { Check, ChevronDown } from 'lucide-react';
import { Select as Radix } from 'radix-ui';
import type { ComponentProps, ReactNode } from 'react';
import { cn } from './cn.ts';
import { fieldLook } from './input.tsx';
import { useNonce } from './nonce.tsx';

export type Option = { value: string; label: ReactNode; disabled?: boolean } | 'separator';

export type OptionSelectProps = Omit<ComponentProps<typeof SelectTrigger>, 'value' | 'onChange' | 'children'> & {
  value: string;
  onChange: (value: string) => void;
  options: readonly Option[];
  /** The field's name, where it is sent with a form. */
  name?: string;
  placeholder?: string;
};

/** A drop-down over a list of options. */
export function OptionSelect({ value, onChange, options, name, placeholder, disabled, ...trigger }: OptionSelectProps) {
  return (
    <Select value={value} onValueChange={onChange} name={name} disabled={disabled}>
      <SelectTrigger {...trigger}>
        <SelectValue placeholder={placeholder} />
      </SelectTrigger>
      <SelectContent>
        {options.map((option, index) =>
          option === 'separator' ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: separators differ by their place alone
            <SelectSeparator key={index} />
          ) : (
            <SelectItem key={option.value} value={option.value} disabled={option.disabled}>
              {option.label}
            </SelectItem>
          ),
        )}
      </SelectContent>
    </Select>
  );
}

export const Select = Radix.Root;
export const SelectValue = Radix.Value;

export function SelectTrigger({ className, children, ...props }: ComponentProps<typeof Radix.Trigger>) {
  return (
    <Radix.Trigger
      className={cn(
        fieldLook,
        'inline-flex items-center justify-between gap-2 whitespace-nowrap px-2.5 text-left data-[placeholder]:text-muted-foreground [&>span]:truncate',
        className,
      )}
      {...props}
    >
      {children}
      <Radix.Icon asChild>
        <ChevronDown className="text-muted-foreground" />
      </Radix.Icon>
    </Radix.Trigger>
  );
}

export function SelectContent({ className, children, ...props }: ComponentProps<typeof Radix.Content>) {
  const nonce = useNonce();
  return (
    <Radix.Portal>
      <Radix.Content
        position="popper"
        sideOffset={6}
        collisionPadding={8}
        className={cn(
          'z-50 max-h-(--radix-select-content-available-height) min-w-(--radix-select-trigger-width) animate-appear overflow-hidden rounded-lg bg-popover text-popover-foreground shadow-lg',
          className,
        )}
        {...props}
      >
        <Radix.Viewport nonce={nonce} className="p-1">
          {children}
        </Radix.Viewport>
      </Radix.Content>
    </Radix.Portal>
  );
}

export function SelectItem({ className, children, ...props }: ComponentProps<typeof Radix.Item>) {
  return (
    <Radix.Item
      className={cn(
        'flex h-8 cursor-default select-none items-center justify-between gap-6 rounded-sm px-2 text-sm outline-none data-[disabled]:text-muted-foreground data-[highlighted]:bg-accent max-sm:h-10',
        className,
      )}
      {...props}
    >
      <Radix.ItemText>{children}</Radix.ItemText>
      <Radix.ItemIndicator>
        <Check className="text-primary" />
      </Radix.ItemIndicator>
    </Radix.Item>
  );
}

export function SelectSeparator() {
  return <Radix.Separator className="my-1 h-px bg-border" />;
}
