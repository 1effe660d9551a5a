import { addTouchpoints } from '#db/engine/add-touchpoints.ts';
import { addUsage } from '#db/engine/add-usage.ts';
import { removeAttributes } from '#db/engine/remove-attributes.ts';
import { type Unmarked, unmarkAccounts } from '#db/engine/unmark-accounts.ts';
import { upsertAccounts } from '#db/engine/upsert-accounts.ts';
import { upsertObjects } from '#db/engine/upsert-objects.ts';
import { upsertTasks } from '#db/engine/upsert-tasks.ts';
import { upsertUsers } from '#db/engine/upsert-users.ts';
import type { Scene } from '#lib/command.ts';
import type { SignalPlan } from './rules/plan.ts';

/** Writes what some signals come to, one statement a table; the accounts whose marks it took away, with what they had taken along (R12). */
export async function writePlan({ tx, workspaceId, now }: Scene, plan: SignalPlan): Promise<Unmarked[]> {
  const [accounts, users, objects] = [[...plan.accounts.values()], [...plan.users.values()], [...plan.objects.values()]];
  const unmarked = await unmarkAccounts(tx, { workspaceId, ids: plan.marked });
  await removeAttributes(tx, { workspaceId, kind: 'accounts', rows: accounts });
  await upsertAccounts(tx, { workspaceId, now, rows: accounts });
  await removeAttributes(tx, { workspaceId, kind: 'users', rows: users });
  await upsertUsers(tx, { workspaceId, now, rows: users });
  await removeAttributes(tx, { workspaceId, kind: 'objects', rows: objects });
  await upsertObjects(tx, { workspaceId, now, rows: objects });
  await addUsage(tx, { workspaceId, rows: [...plan.usage.values()] });
  await addTouchpoints(tx, { workspaceId, rows: plan.touchpoints });
  await upsertTasks(tx, { workspaceId, rows: [...plan.tasks.values()] });
  return unmarked;
}
