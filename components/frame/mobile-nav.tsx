'use client';

import { Menu } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { Sheet, SheetContent, SheetTrigger } from '@/components/ui/sheet.tsx';
import type { NavGroup } from './nav.ts';
import { SideNav } from './side-nav.tsx';
import { type WorkspaceName, WorkspaceSwitcher } from './workspace-switcher.tsx';

/** The sidebar behind a button, where there is no room for it. */
export function MobileNav({
  nav,
  workspace,
  workspaces,
}: {
  nav: readonly NavGroup[];
  workspace: WorkspaceName;
  workspaces: readonly WorkspaceName[];
}) {
  const [open, setOpen] = useState(false);
  return (
    <Sheet open={open} onOpenChange={setOpen}>
      <SheetTrigger asChild>
        <Button variant="ghost" size="icon" aria-label="Menu" className="-ml-2 text-foreground lg:hidden">
          <Menu className="size-5" />
        </Button>
      </SheetTrigger>
      <SheetContent title="Menu" side="left" className="w-[min(280px,calc(100vw-3rem))] bg-sidebar">
        <div className="mr-10 flex flex-col">
          <WorkspaceSwitcher workspace={workspace} workspaces={workspaces} />
        </div>
        <SideNav nav={nav} onNavigate={() => setOpen(false)} />
      </SheetContent>
    </Sheet>
  );
}
