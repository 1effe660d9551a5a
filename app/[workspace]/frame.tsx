'use client';

import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { WorkspaceState } from '#lib/workspaces/workspace-state.ts';
import { dataAddress } from '@/components/data/data-address.ts';
import { useData } from '@/components/data/use-data.ts';
import { AppFrame } from '@/components/frame/app-frame.tsx';
import { Banner, LateBanner, PausedBanner, RunWaitsBanner, TestClockBanner } from '@/components/frame/banner.tsx';
import { workspaceNav } from '@/components/frame/nav.ts';
import type { WorkspaceName } from '@/components/frame/workspace-switcher.tsx';
import { kindName } from '@/components/retention/kind-name.ts';
import { TextLink } from '@/components/ui/app-link.tsx';
import { formatDay, formatNumber } from '@/components/ui/format.ts';
import { signOutAction } from '../(auth)/actions.ts';
import { AdvanceDialog } from './advance-dialog.tsx';

type FrameProps = {
  workspace: WorkspaceName;
  workspaces: readonly WorkspaceName[];
  person: { name: string; email: string; role: Role };
  permissions: { admin: boolean };
  children: ReactNode;
};

type Role = 'global_admin' | 'advanced' | 'member';

/** The frame of a workspace's pages; what it says of the workspace is kept fresh. */
export function Frame({ workspace, workspaces, person, permissions, children }: FrameProps) {
  const { data: state } = useData<WorkspaceState>(dataAddress(workspace.slug, 'state'), { every: 15_000 });
  return (
    <AppFrame
      workspace={workspace}
      workspaces={workspaces}
      person={{ name: person.name, email: person.email, initials: initialsOf(person.name), role: ROLES[person.role] }}
      nav={workspaceNav({ slug: workspace.slug, marked: state?.marked ?? 0 })}
      signOut={signOutAction}
      banners={state && <Banners slug={workspace.slug} state={state} admin={permissions.admin} />}
    >
      {children}
    </AppFrame>
  );
}

/** Fragments only: each banner is counted by the styles of the frame. */
function Banners({ slug, state, admin }: { slug: string; state: WorkspaceState; admin: boolean }) {
  const { now, testClock, paused, run, lateSince } = state;
  const retention = `/${slug}/settings/data-management/data-retention`;
  return (
    <>
      {testClock && <TestClockBanner now={now} action={<AdvanceDialog slug={slug} now={now} permitted={admin} />} />}
      <PausedBanner {...paused} href={`${retention}#safety`} />
      {run?.state === 'waiting' && <RunWaitsBanner summary={summaryOf(run.waits)} href={`${retention}/runs/${run.day}`} />}
      {run?.state === 'failed' && <FailedBanner day={run.day} href={`${retention}/runs/${run.day}`} />}
      {lateSince && <LateBanner since={lateSince} href={`${retention}/runs`} />}
    </>
  );
}

function FailedBanner({ day, href }: { day: string; href: string }) {
  return (
    <Banner
      icon={<CircleAlert />}
      tone="gone"
      title={`The run of ${formatDay(day)} was cut off.`}
      detail="It is tried again where it stopped."
      action={<TextLink href={href}>See why</TextLink>}
    />
  );
}

/** "Licenses: 131 of 640 would be marked". */
function summaryOf(waits: readonly { kind: string; marks: number; active: number }[]): string {
  const said = waits.map(({ kind, marks, active }) => `${kindName(kind)}, ${formatNumber(marks)} of ${formatNumber(active)}`);
  return `${said.join('; ')} would be marked`;
}

function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => [...(word ?? '')][0] ?? '');
  return letters.join('').toUpperCase();
}

const ROLES: Record<Role, string> = { global_admin: 'Global admin', advanced: 'Advanced', member: 'Member' };
