import type { Context } from '#lib/context.ts';
import { listAdmins } from '#lib/workspaces/list-admins.ts';
import { NoPermission } from '@/components/retention/no-permission.tsx';

type NotPermittedProps = {
  ctx: Context;
  permission: string;
  /** "Reading", "Making and ending keys": what needs the permission. */
  doing?: string;
  why?: string;
};

/** In place of a page that a person may not see: why, and whom to ask. */
export async function NotPermitted({ ctx, permission, doing = 'Reading it', why = 'You cannot see this page' }: NotPermittedProps) {
  return (
    <div className="flex flex-1 px-8 pt-16 pb-8 max-sm:px-3 max-sm:pt-8">
      <NoPermission page why={why} doing={doing} permission={permission} ask={await listAdmins(ctx, {})} className="h-fit w-full" />
    </div>
  );
}
