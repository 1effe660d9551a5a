'use client';

import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button, type ButtonProps } from './button.tsx';

type CopyButtonProps = Omit<ButtonProps, 'onClick' | 'children'> & { text: string; label?: string };

/** Copies its text, and says so for two seconds. */
export function CopyButton({ text, label = 'Copy', variant = 'ghost', size = 'sm', ...props }: CopyButtonProps) {
  const [state, setState] = useState<'idle' | 'copied' | 'refused'>('idle');
  useEffect(() => {
    if (state === 'idle') return;
    const timer = setTimeout(() => setState('idle'), 2000);
    return () => clearTimeout(timer);
  }, [state]);
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setState('copied'),
      () => setState('refused'),
    );
  return (
    <Button variant={variant} size={size} onClick={() => void copy()} {...props}>
      {state === 'copied' ? <Check className="text-primary" aria-hidden /> : <Copy className="text-muted-foreground" aria-hidden />}
      <span aria-live="polite">{state === 'copied' ? 'Copied' : state === 'refused' ? 'The browser refused' : label}</span>
    </Button>
  );
}
