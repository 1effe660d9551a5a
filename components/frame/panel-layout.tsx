import type { ReactNode } from 'react';

/** The page with a panel docked at its right; on a phone the panel takes the page's place. */
export function PanelLayout({ panel, children }: { panel?: ReactNode; children: ReactNode }) {
  if (!panel) return <div className="flex min-w-0 flex-1 flex-col">{children}</div>;
  return (
    <div className="flex min-w-0 flex-1 max-lg:flex-col">
      <div className="flex min-w-0 flex-1 flex-col max-lg:hidden">{children}</div>
      <aside
        aria-label="Details"
        className="flex bg-popover max-lg:flex-1 lg:sticky lg:top-(--header) lg:h-[calc(100dvh-var(--header))] lg:w-[356px] lg:shrink-0 lg:border-l"
      >
        {panel}
      </aside>
    </div>
  );
}
