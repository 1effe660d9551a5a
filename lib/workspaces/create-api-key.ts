import { insertApiKey } from '#db/api-keys.ts';
import type { Scope } from '#lib/auth/rules/permissions.ts';
import { keyHash, keyPrefix, newApiKey } from '#lib/auth/secrets.ts';
import { command } from '#lib/command.ts';
import { type Actor, actorName } from '#lib/context.ts';
import { AppError } from '#lib/errors.ts';
import { newId } from '#lib/ids.ts';
import { NewApiKey } from './rules/key-input.ts';

/** Makes a key and gives it out, this one time. A key makes none that can do more than itself: AppError `forbidden`. */
export const createApiKey = command({
  name: 'api-keys.create',
  permission: 'workspace:admin',
  scope: 'admin',
  input: NewApiKey,
  async run({ tx, ctx, workspaceId }, { name, scopes, rate }) {
    refuseMore(ctx.actor, scopes);
    const [id, key] = [newId(), newApiKey()];
    await insertApiKey(tx, {
      id,
      workspaceId,
      name,
      hash: keyHash(key),
      prefix: keyPrefix(key),
      scopes,
      ratePerSecond: rate,
      createdBy: actorName(ctx.actor),
      createdAt: new Date(),
    });
    const result = { id, name, scopes, rate, api_key: key };
    return { result, notes: [{ action: 'api-key.created', entity: `api-keys/${id}`, to: { scopes, rate } }] };
  },
});

function refuseMore(actor: Actor, scopes: readonly Scope[]): void {
  if (actor.type !== 'key') return;
  const more = scopes.filter((scope) => !actor.scopes.has(scope));
  if (more.length > 0) throw new AppError('forbidden', `This key lacks ${more.join(', ')} itself, so it cannot give it.`);
}
