import type { ReactNode } from 'react';
import { Breadcrumb, CrumbProvider } from './breadcrumb.tsx';
import { MobileNav } from './mobile-nav.tsx';
import type { NavGroup } from './nav.ts';
import { Palette } from './palette.tsx';
import { PanelLayout } from './panel-layout.tsx';
import { SideNav } from './side-nav.tsx';
import { ThemeSwitch } from './theme-switch.tsx';
import { type Person, UserMenu } from './user-menu.tsx';
import { type WorkspaceName, WorkspaceSwitcher } from './workspace-switcher.tsx';

type AppFrameProps = {
  workspace: WorkspaceName;
  workspaces: readonly WorkspaceName[];
  person: Person;
  nav: readonly NavGroup[];
  /** A server action. */
  signOut: (form: FormData) => void | Promise<void>;
  /** `Banner`s, one line each, none of them wrapped in an element. */
  banners?: ReactNode;
  /** Docked at the right. A page that has one can use `PanelLayout` itself. */
  panel?: ReactNode;
  children: ReactNode;
};

/** Sidebar, top bar, banners and the page. The document itself scrolls; what has to stay sticks. */
export function AppFrame({ workspace, workspaces, person, nav, signOut, banners, panel, children }: AppFrameProps) {
  return (
    <CrumbProvider>
      <div className="frame min-h-dvh lg:grid lg:grid-cols-[216px_minmax(0,1fr)]">
        <a
          href="#content"
          className="sr-only font-medium text-sm focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50 focus:rounded-md focus:bg-popover focus:px-3 focus:py-2 focus:shadow-lg"
        >
          Skip to content
        </a>
        <aside className="sticky top-0 flex h-dvh flex-col overflow-y-auto border-sidebar-border border-r bg-sidebar max-lg:hidden">
          <WorkspaceSwitcher workspace={workspace} workspaces={workspaces} />
          <SideNav nav={nav} />
        </aside>
        <div className="flex min-h-dvh min-w-0 flex-col">
          <header className="sticky top-0 z-20 bg-background">
            <div className="flex h-12 items-center gap-2 border-b px-6 max-sm:px-4">
              <MobileNav nav={nav} workspace={workspace} workspaces={workspaces} />
              <Breadcrumb nav={nav} />
              <Palette slug={workspace.slug} nav={nav} />
              <ThemeSwitch />
              <UserMenu person={person} signOut={signOut} />
            </div>
            {banners}
          </header>
          <PanelLayout panel={panel}>
            <main id="content" tabIndex={-1} className="flex min-w-0 flex-1 flex-col outline-none">
              {children}
            </main>
          </PanelLayout>
        </div>
      </div>
    </CrumbProvider>
  );
}
