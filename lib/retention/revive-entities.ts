import { insertBulkJob, listedIds } from '#db/bulk-jobs.ts';
import { collectionIds } from '#db/collection-ids.ts';
import { findMarked, markedIds, readIds } from '#db/find-marked.ts';
import { type BulkProgress, bulkProgress } from '#lib/bulk/bulk-progress.ts';
import { BULK_ROWS, finishBulkJob } from '#lib/bulk/finish-bulk-job.ts';
import { command, type Scene } from '#lib/command.ts';
import { actorName, type Context } from '#lib/context.ts';
import { type EntityReference, readReference } from '#lib/entities/rules/entity-reference.ts';
import { AppError } from '#lib/errors.ts';
import { newId } from '#lib/ids.ts';
import { REVIVE, reviveChunk } from './revive-chunk.ts';
import { type MarkedSet, markedSet } from './rules/marked-query.ts';
import { type NotRevived, type ReviveAnswer, ReviveInput } from './rules/revive-input.ts';

/** R12. Revives marked entities, by name or all that a filter finds at this moment; each counts as information. More than 5,000 are done in chunks,
 *  and the answer comes when they are done. AppError `forbidden`, `invalid`. */
export async function reviveEntities(ctx: Context, input: unknown): Promise<ReviveAnswer> {
  const { job, ...answer } = await beginRevive(ctx, input);
  if (job === null) return answer;
  const { changed } = await finishBulkJob(ctx, job.id, reviveChunk);
  return { ...answer, revived: changed };
}

/** As `reviveEntities`, for a person who does not wait: where there are more than 5,000, a worker does the work and `job` says how far it is. */
export const beginRevive = command({
  name: REVIVE,
  permission: 'retention:review',
  scope: 'retention',
  input: ReviveInput,
  async run(scene, { kind, entities, filter }): Promise<Begun> {
    const set = markedSet({ kind, ...filter });
    await refuseUnknownKind(scene, kind, set);
    return entities === undefined ? reviveFound(scene, set) : reviveNamed(scene, set, entities);
  },
});

type Begun = { result: ReviveAnswer & { job: BulkProgress | null }; notes: Awaited<ReturnType<typeof reviveChunk>>['notes'] };

/** Something that nobody defined is a mistake of the caller's here, where a list would only be empty. */
async function refuseUnknownKind({ tx, workspaceId }: Scene, kind: string, { filter: { collection } }: MarkedSet): Promise<void> {
  if (collection === undefined || (await collectionIds(tx, { workspaceId, names: [collection] })).has(collection)) return;
  const message = 'Choose accounts, users, objects or a collection that is defined.';
  throw new AppError('invalid', message, { fields: [{ path: 'kind', message: `There is no kind ${kind}. ${message}` }] });
}

async function reviveFound(scene: Scene, set: MarkedSet): Promise<Begun> {
  const { tx, workspaceId } = scene;
  const found = await markedIds(tx, { workspaceId, set });
  const ids = await readIds(tx, { ids: found, limit: BULK_ROWS + 1 });
  if (ids.length > BULK_ROWS) return writeDown(scene, set, found, []);
  const { revived, notes } = await reviveChunk(scene, { kind: set.entity, ids });
  return { result: { job: null, revived: revived.length, not_revived: [] }, notes };
}

async function reviveNamed(scene: Scene, set: MarkedSet, entities: readonly string[]): Promise<Begun> {
  const { ids, not_revived } = await standing(scene, set, [...new Set(entities)]);
  if (ids.size > BULK_ROWS) return writeDown(scene, set, listedIds([...ids.keys()]), not_revived);
  const { revived, notes } = await reviveChunk(scene, { kind: set.entity, ids: [...ids.keys()] });
  for (const { id } of revived) ids.delete(id);
  const gone = [...ids.values()].map((entity): NotRevived => ({ entity, reason: 'unknown' }));
  return { result: { job: null, revived: revived.length, not_revived: [...not_revived, ...gone] }, notes };
}

/** Which of the named can be revived, by id, and why the others cannot. What is named twice is one. */
async function standing({ tx, workspaceId }: Scene, { entity: kind, filter }: MarkedSet, entities: readonly string[]) {
  const named = entities.map((entity) => ({ entity, reference: ofCollection(readReference(kind, entity), filter.collection) }));
  const known = named.flatMap(({ entity, reference }) => (reference === null ? [] : [{ entity, reference }]));
  const marks = await findMarked(tx, { workspaceId, kind, references: known.map(({ reference }) => reference) });
  const markOf = new Map(known.map(({ entity }, i) => [entity, marks[i] ?? null]));
  const ids = new Map<string, string>();
  const not_revived: NotRevived[] = [];
  for (const { entity } of named) {
    const found = markOf.get(entity) ?? null;
    if (found?.mark === 'marked') ids.set(found.id, entity);
    else not_revived.push({ entity, reason: found === null ? 'unknown' : found.mark === 'along' ? 'went-along' : 'not-marked' });
  }
  return { ids, not_revived };
}

function ofCollection(reference: EntityReference | null, collection: string | undefined): EntityReference | null {
  if (reference?.kind !== 'objects' || collection === undefined) return reference;
  return reference.collection === collection ? reference : null;
}

async function writeDown(
  { tx, ctx, workspaceId, now }: Scene,
  { entity: kind }: MarkedSet,
  ids: ReturnType<typeof listedIds>,
  not_revived: NotRevived[],
): Promise<Begun> {
  const made = await insertBulkJob(tx, {
    workspaceId,
    id: newId(),
    command: REVIVE,
    kind,
    startedBy: actorName(ctx.actor),
    startedAt: now,
    ids,
  });
  return { result: { job: bulkProgress(made), revived: 0, not_revived }, notes: [] };
}
