import type { ComponentProps, ReactNode } from 'react';
import { cn } from './cn.ts';
import { CopyButton } from './copy-button.tsx';

/** Identifiers, scopes and code within a line. */
export function Code({ className, ...props }: ComponentProps<'code'>) {
  return <code className={cn('break-words font-mono text-[0.92em]', className)} {...props} />;
}

type CodeBlockProps = {
  /** What is copied; shown too, where there are no children. */
  text: string;
  label: ReactNode;
  children?: ReactNode;
};

/** Several lines of code under a head with its name and a copy button. */
export function CodeBlock({ text, label, children }: CodeBlockProps) {
  return (
    <figure className="overflow-hidden rounded-md border bg-muted">
      <figcaption className="flex h-9 items-center justify-between border-b pr-1 pl-3 text-xs">
        {label}
        <CopyButton text={text} />
      </figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard */}
      <pre tabIndex={0} className="overflow-x-auto px-4 py-3 font-mono text-xs leading-5 -outline-offset-2">
        <code>{children ?? text}</code>
      </pre>
    </figure>
  );
}
