'use client';

import { Check, ChevronsUpDown } from 'lucide-react';
import { AppLink } from '@/components/ui/app-link.tsx';
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuTrigger,
} from '@/components/ui/dropdown-menu.tsx';
import { Logo } from './logo.tsx';

export type WorkspaceName = { slug: string; name: string };

/** Names the workspace; a menu where the person has more than one. */
export function WorkspaceSwitcher({ workspace, workspaces }: { workspace: WorkspaceName; workspaces: readonly WorkspaceName[] }) {
  if (workspaces.length < 2) {
    return (
      <span className="flex h-12 items-center gap-2 px-[18px] font-semibold text-sm">
        <Logo />
        <span className="truncate">{workspace.name}</span>
      </span>
    );
  }
  return (
    <DropdownMenu>
      <DropdownMenuTrigger className="mx-3 my-2 flex h-8 items-center gap-2 rounded-md px-1.5 font-semibold text-sm hover:bg-sidebar-accent/60">
        <Logo />
        <span className="sr-only">Workspace: </span>
        <span className="flex-1 truncate text-left">{workspace.name}</span>
        <ChevronsUpDown aria-hidden className="size-3.5 text-muted-foreground" />
      </DropdownMenuTrigger>
      <DropdownMenuContent align="start" className="w-[220px]">
        <DropdownMenuLabel>Workspaces</DropdownMenuLabel>
        {workspaces.map(({ slug, name }) => (
          <DropdownMenuItem key={slug} asChild>
            <AppLink href={`/${slug}`} aria-current={slug === workspace.slug ? 'true' : undefined}>
              <span className="flex-1 truncate">{name}</span>
              {slug === workspace.slug && <Check aria-hidden className="text-primary" />}
            </AppLink>
          </DropdownMenuItem>
        ))}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
