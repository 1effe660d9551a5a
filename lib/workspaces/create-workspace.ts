import { z } from 'zod';
import { insertApiKey } from '#db/api-keys.ts';
import { appendAudit, startAudit } from '#db/append-audit.ts';
import { transaction } from '#db/client.ts';
import { insertWorkspace, slugTaken } from '#db/create-workspace.ts';
import { openWorkspace } from '#db/workspace.ts';
import { SCOPES } from '#lib/auth/rules/permissions.ts';
import { keyHash, keyPrefix, newApiKey, newServiceId } from '#lib/auth/secrets.ts';
import { type Actor, actorName } from '#lib/context.ts';
import { parseInput } from '#lib/door.ts';
import { newId } from '#lib/ids.ts';
import { DEFAULT_EXPIRY_DAYS } from '#lib/retention/rules/policy.ts';
import { ClockSchema } from '#lib/time.ts';
import { DEFAULT_RATE } from './rules/key-input.ts';
import { WorkspaceSettings } from './rules/settings.ts';
import { slugOf } from './rules/slug.ts';

export const NewWorkspace = z.object({
  name: z.string().trim().min(1, 'Enter a name.').max(120, 'Enter a name of 120 characters at most.'),
  plan: WorkspaceSettings.shape.plan.default('paying'),
  extendedRetention: WorkspaceSettings.shape.extendedRetention.default(false),
  quota: WorkspaceSettings.shape.quota.default(null),
  /** Where given, the workspace lives at this instant until somebody advances it. */
  testClock: ClockSchema.nullable().default(null),
});

export type CreatedWorkspace = { workspaceId: string; slug: string; serviceId: string; apiKey: string };

/** Makes a workspace with every kind off but free accounts (R4), and a key with all scopes that is shown only now. AppError `invalid`. */
export async function createWorkspace(actor: Actor, input: z.input<typeof NewWorkspace>): Promise<CreatedWorkspace> {
  const { testClock, ...settings } = parseInput(NewWorkspace, input);
  const workspaceId = newId();
  const [serviceId, apiKey] = [newServiceId(), newApiKey()];
  return transaction(workspaceId, async (tx) => {
    let attempt = 1;
    while (await slugTaken(tx, { slug: slugOf(settings.name, attempt) })) attempt += 1;
    const slug = slugOf(settings.name, attempt);
    await insertWorkspace(tx, { workspaceId, slug, serviceId, testClock, expiryDays: DEFAULT_EXPIRY_DAYS, ...settings });
    const by = actorName(actor);
    await insertApiKey(tx, {
      id: newId(),
      workspaceId,
      name: 'First key',
      hash: keyHash(apiKey),
      prefix: keyPrefix(apiKey),
      scopes: [...SCOPES],
      ratePerSecond: DEFAULT_RATE,
      createdBy: by,
      createdAt: new Date(),
    });
    await startAudit(tx, { workspaceId });
    const workspace = await openWorkspace(tx, { workspaceId });
    if (!workspace) throw new Error('the new workspace cannot be seen');
    await appendAudit(tx, {
      workspaceId,
      at: workspace.now,
      actor: by,
      notes: [{ action: 'workspace.created', to: { plan: settings.plan, free_accounts: DEFAULT_EXPIRY_DAYS } }],
    });
    return { workspaceId, slug, serviceId, apiKey };
  });
}
