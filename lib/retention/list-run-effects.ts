import { z } from 'zod';
import { type ListedEffect, readEffects } from '#db/run-effects.ts';
import { referenceByPolicy, referenceText } from '#lib/entities/rules/entity-reference.ts';
import { keysetOf, ScreenPageInput, screenPage } from '#lib/keyset.ts';
import { view } from '#lib/view.ts';
import { RunInput, runOf } from './get-run.ts';

const KEY = z.tuple([z.string().regex(/^\d{1,9}$/), z.string(), z.uuid()]);

const RunEffectsQuery = z.object({
  ...ScreenPageInput,
  ...RunInput.shape,
  effect: z.enum(['unheld', 'lifted', 'purged', 'marked']).optional(),
  /** A policy's kind, under which the run counted it. */
  kind: z.string().optional(),
});

/** What a run did to whom, in the order in which it did it, as a screen turns its pages. AppError `not-found`. */
export const listRunEffects = view({
  name: 'runs.effects',
  permission: 'retention:view',
  scope: ['retention', 'read'],
  input: RunEffectsQuery,
  async read(scene, { day: named, effect, kind, ...where }) {
    const { tx, workspaceId } = scene;
    const { day } = await runOf(scene, named);
    const keyset = keysetOf(where, KEY);
    const effects = await readEffects(tx, { workspaceId, day, filter: { effect, kind }, keyset });
    const { rows, ...page } = screenPage(effects, keyset, (row) => [String(row.chunk), row.effect, row.id]);
    return { day, rows: rows.map(effectRow), ...page };
  },
});
export type RunEffectsPage = Awaited<ReturnType<typeof listRunEffects>>;

function effectRow({ effect, kind, account, member, cause, name }: ListedEffect) {
  const reference = referenceByPolicy(kind, account, member);
  return { effect, kind, entity_kind: reference.kind, entity: referenceText(reference), account, member, cause, name };
}
