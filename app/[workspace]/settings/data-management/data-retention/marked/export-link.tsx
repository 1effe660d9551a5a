import { Download } from 'lucide-react';
import { buttonLook } from '@/components/ui/button.tsx';
import { cn } from '@/components/ui/cn.ts';

/** All that the filters find, in the order of the list, as a file. */
export function ExportLink({ href, className }: { href: string; className?: string }) {
  const words = 'Export CSV of what is shown';
  return (
    <a href={href} download data-narrow aria-label={words} title={words} className={cn(buttonLook({ size: 'icon' }), className)}>
      <Download />
    </a>
  );
}
