import type { ZodType } from 'zod';
import type { Tx } from '#db/client.ts';
import { type OpenWorkspace, openWorkspace } from '#db/workspace.ts';
import type { Permission, Scope } from '#lib/auth/rules/permissions.ts';
import type { Context } from '#lib/context.ts';
import { AppError } from '#lib/errors.ts';
import { readBySchema } from '#lib/rules/read-by-schema.ts';

/** What somebody needs for a command or view: a person the permission, a key the scope. `member` is every person of the workspace. */
export type Needs = { permission: Permission | 'member'; scope: Scope | readonly Scope[] };

/** Refuses whoever lacks what is needed: AppError `forbidden`. The system passes. */
export function admit({ actor }: Context, { permission, scope }: Needs): void {
  if (actor.type === 'person' && permission !== 'member' && !actor.permissions.has(permission))
    throw new AppError('forbidden', `This needs the permission ${permission}. Ask a global admin of the workspace for it.`);
  const scopes = typeof scope === 'string' ? [scope] : scope;
  if (actor.type === 'key' && !scopes.some((s) => actor.scopes.has(s)))
    throw new AppError('forbidden', `This key lacks the scope ${scopes.join(' or ')}. Use a key that has it.`);
}

/** Whether a person may see what needs `permission`, in an answer that others get without it. A key's scope has said so already. */
export function sees({ actor }: Context, permission: Permission): boolean {
  return actor.type !== 'person' || actor.permissions.has(permission);
}

/** Reads `input` by its schema; AppError `invalid` with a message a field where it does not fit. */
export function parseInput<I>(schema: ZodType<I>, input: unknown): I {
  const { data, faults } = readBySchema(schema, input);
  if (faults === null) return data;
  throw new AppError('invalid', 'The input was refused and nothing was changed. See errors.', { fields: faults });
}

/** The workspace and its instant, with `lock` kept until the transaction ends; AppError `not-found` where it is gone. */
export async function enter(tx: Tx, { workspaceId }: Context, { lock = false }: { lock?: boolean } = {}): Promise<OpenWorkspace> {
  const workspace = await openWorkspace(tx, { workspaceId, lock });
  if (!workspace) throw new AppError('not-found', 'There is no such workspace.');
  return workspace;
}
