'use client';

import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { Alert } from './alert-dialog.tsx';

/** While it is shown, leaving the page asks first: by a link of the console in our words, by the browser's own ways in its words. */
export function LeaveGuard({ title = 'Leave without saving?', description }: { title?: string; description?: string }) {
  const router = useRouter();
  const [target, setTarget] = useState<string | null>(null);
  useEffect(() => {
    const onUnload = (event: BeforeUnloadEvent) => event.preventDefault();
    const onClick = (event: MouseEvent) => {
      const href = leaving(event);
      if (href === null) return;
      event.preventDefault();
      event.stopPropagation();
      setTarget(href);
    };
    window.addEventListener('beforeunload', onUnload);
    document.addEventListener('click', onClick, true);
    return () => {
      window.removeEventListener('beforeunload', onUnload);
      document.removeEventListener('click', onClick, true);
    };
  }, []);
  return (
    <Alert
      open={target !== null}
      onOpenChange={(open) => !open && setTarget(null)}
      title={title}
      description={description}
      cancel="Stay"
      action="Leave"
      actionVariant="outline"
      onConfirm={() => {
        if (target) router.push(target as Route);
        setTarget(null);
      }}
    />
  );
}

/** The address within the console that this click goes to, or null where it stays on the page or opens elsewhere. */
function leaving(event: MouseEvent): string | null {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null;
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (!link?.href || link.target === '_blank' || link.hasAttribute('download')) return null;
  const url = new URL(link.href);
  if (url.origin !== location.origin || url.pathname === location.pathname) return null;
  return url.pathname + url.search + url.hash;
}
