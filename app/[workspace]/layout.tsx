import type { ReactNode } from 'react';
import { requireWorkspace } from '#lib/web/session.ts';
import { workspaceState } from '#lib/workspaces/workspace-state.ts';
import { dataAddress } from '@/components/data/data-address.ts';
import { Prefetched } from '@/components/data/prefetched.tsx';
import { QueryProvider } from '@/components/data/query-provider.tsx';
import { Frame } from './frame.tsx';

/** What stands around every page of a workspace. */
export default async function WorkspaceLayout({ children, params }: { children: ReactNode; params: Promise<{ workspace: string }> }) {
  const { workspace: slug } = await params;
  const { person, memberships, workspace, ctx } = await requireWorkspace(slug);
  const { role, permissions } = workspace;
  return (
    <QueryProvider>
      <Prefetched data={{ [dataAddress(slug, 'state')]: await workspaceState(ctx, {}) }}>
        <Frame
          workspace={{ slug, name: workspace.name }}
          workspaces={memberships.map(({ slug, name }) => ({ slug, name }))}
          person={{ ...person, role }}
          permissions={{ admin: permissions.has('workspace:admin') }}
        >
          {children}
        </Frame>
      </Prefetched>
    </QueryProvider>
  );
}
