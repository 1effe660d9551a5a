import type { ZodType } from 'zod';
import { read, type Tx } from '#db/client.ts';
import type { Scene } from '#lib/command.ts';
import type { Context } from '#lib/context.ts';
import { admit, enter, type Needs, parseInput } from '#lib/door.ts';

type ViewDefinition<F, R> = Needs & { name: string; input: ZodType<F>; read(scene: Scene, filter: F): Promise<R> };
type View<F, R> = ((ctx: Context, filter: unknown) => Promise<R>) & { definition: ViewDefinition<F, R> };

/** The one door for every read: permission, filter, one read-only transaction. Returns exactly what is shown. */
export function view<F, R>(definition: ViewDefinition<F, R>): View<F, R> {
  const call = async (ctx: Context, filter: unknown): Promise<R> => {
    admit(ctx, definition);
    const parsed = parseInput(definition.input, filter);
    const look = async (tx: Tx): Promise<R> => {
      const workspace = await enter(tx, ctx);
      return definition.read({ tx, ctx, workspaceId: ctx.workspaceId, workspace, now: workspace.now }, parsed);
    };
    return ctx.tx ? look(ctx.tx) : read(ctx.workspaceId, look);
  };
  return Object.assign(call, { definition });
}
