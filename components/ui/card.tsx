import { Info } from 'lucide-react';
import { type ComponentProps, type ReactNode, useId } from 'react';
import { cn } from './cn.ts';

type SettingsCardProps = {
  title: string;
  /** One sentence. */
  sentence?: ReactNode;
  /** At the right of the title. */
  action?: ReactNode;
  children?: ReactNode;
  id?: string;
  className?: string;
};

/** One subject: a title, a sentence, then rows. */
export function SettingsCard({ title, sentence, action, children, id, className }: SettingsCardProps) {
  const heading = useId();
  return (
    <Card id={id} aria-labelledby={heading} className={className}>
      <header className="flex items-start justify-between gap-4 border-b px-5 py-4 last:border-b-0 max-sm:px-4">
        <div className="min-w-0">
          <h2 id={heading} className="font-semibold text-base tracking-[-0.01em]">
            {title}
          </h2>
          {sentence && <p className="mt-0.5 max-w-[92ch] text-muted-foreground text-sm">{sentence}</p>}
        </div>
        {action && <div className="shrink-0">{action}</div>}
      </header>
      {children}
    </Card>
  );
}

export function Card({ className, ...props }: ComponentProps<'section'>) {
  return <section className={cn('overflow-hidden rounded-lg border bg-card text-card-foreground shadow-xs', className)} {...props} />;
}

export function CardBody({ className, ...props }: ComponentProps<'div'>) {
  return <div className={cn('px-5 py-4 max-sm:px-4', className)} {...props} />;
}

/** A line of explanation at a card's end. */
export function CardNote({ icon = <Info />, children, className }: { icon?: ReactNode; children: ReactNode; className?: string }) {
  return (
    <div className={cn('flex items-start gap-2 border-t bg-muted px-5 py-2.5 text-muted-foreground text-xs max-sm:px-4', className)}>
      <span className="mt-0.5 [&_.lucide]:size-3.5">{icon}</span>
      <div className="min-w-0 flex-1">{children}</div>
    </div>
  );
}

/** A note set apart within a card or panel. */
export function Notice({ icon, children, className }: { icon?: ReactNode; children: ReactNode; className?: string }) {
  return (
    <div className={cn('flex items-start gap-2.5 rounded-md bg-muted px-3 py-2 text-sm', className)}>
      {icon && <span className="mt-0.5 text-muted-foreground">{icon}</span>}
      <div className="min-w-0 flex-1">{children}</div>
    </div>
  );
}
