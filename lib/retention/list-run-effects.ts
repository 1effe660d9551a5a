import { z } from 'zod';
import { type ListedEffect, readEffects } from '#db/run-effects.ts';
import { type EntityKind, referenceText } from '#lib/entities/rules/entity-reference.ts';
import { keysetOf, ScreenPageInput, screenPage } from '#lib/keyset.ts';
import { view } from '#lib/view.ts';
import { RunInput, runOf } from './get-run.ts';

const KEY = z.tuple([z.string().regex(/^\d{1,9}$/), z.string(), z.uuid()]);

export const RunEffectsQuery = z.object({
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
  return { effect, kind, ...entityOf(kind, account, member), account, member, cause, name };
}

/** The entity by its own kind and name; expired accounts count as `free_accounts` and are accounts. */
function entityOf(kind: string, account: string, member: string | null): { entity_kind: EntityKind; entity: string } {
  if (member === null) return { entity_kind: 'accounts', entity: referenceText({ kind: 'accounts', account }) };
  if (kind === 'users') return { entity_kind: kind, entity: referenceText({ kind, account, user: member }) };
  return { entity_kind: 'objects', entity: referenceText({ kind: 'objects', collection: kind, account, object: member }) };
}
