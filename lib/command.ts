import type { ZodType } from 'zod';
import { appendAudit } from '#db/append-audit.ts';
import { type Tx, transaction } from '#db/client.ts';
import type { OpenWorkspace } from '#db/workspace.ts';
import type { AuditNote } from '#lib/audit/rules/chain.ts';
import { actorName, type Context } from '#lib/context.ts';
import { admit, enter, type Needs, parseInput } from '#lib/door.ts';
import type { Instant } from '#lib/time.ts';

export type Scene = { tx: Tx; ctx: Context; workspaceId: string; workspace: OpenWorkspace; now: Instant };

type CommandDefinition<I, R> = Needs & {
  /** What the audit and the API call it: `policies.save`. */
  name: string;
  input: ZodType<I>;
  /** Keeps the workspace's own row from the start: for what changes a part of what it says, and for what must not pass the start of a run. */
  locksWorkspace?: true;
  /** Does the work inside the transaction. What it returns as `notes` goes to the audit trail, in order. It may run again from the start, so it has no effect outside `tx`. */
  run(scene: Scene, input: I): Promise<{ result: R; notes: readonly AuditNote[] }>;
};

export type Command<I, R> = ((ctx: Context, input: unknown) => Promise<R>) & { definition: CommandDefinition<I, R> };

/** The one door for every write: permission, input, one transaction, audit. Fails with AppError `forbidden`, `invalid`, and what `run` throws. */
export function command<I, R>(definition: CommandDefinition<I, R>): Command<I, R> {
  const call = async (ctx: Context, input: unknown): Promise<R> => {
    admit(ctx, definition);
    const parsed = parseInput(definition.input, input);
    const work = async (tx: Tx): Promise<R> => {
      const workspace = await enter(tx, ctx, { lock: definition.locksWorkspace ?? false });
      const { workspaceId } = ctx;
      const { result, notes } = await definition.run({ tx, ctx, workspaceId, workspace, now: workspace.now }, parsed);
      await appendAudit(tx, { workspaceId, at: workspace.now, actor: actorName(ctx.actor), notes });
      return result;
    };
    return ctx.tx ? work(ctx.tx) : transaction(ctx.workspaceId, work);
  };
  return Object.assign(call, { definition });
}
