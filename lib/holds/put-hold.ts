import { z } from 'zod';
import { lockEntity } from '#db/find-entity.ts';
import { putHold as writeHold } from '#db/holds.ts';
import { command } from '#lib/command.ts';
import { actorName } from '#lib/context.ts';
import { ENTITY_KINDS, referenceText } from '#lib/entities/rules/entity-reference.ts';
import { AppError } from '#lib/errors.ts';
import { requireReference } from '#lib/require-reference.ts';
import { PlainText } from '#lib/rules/plain-text.ts';
import { DaySchema, processDayAt } from '#lib/time.ts';

export const HoldInput = z.object({
  kind: z.enum(ENTITY_KINDS, 'Choose accounts, users or objects.'),
  entity: z.string(),
  reason: PlainText.trim().min(1, 'Say why it has to be kept.').max(500, 'Say it in 500 characters at most.'),
  until: DaySchema.nullish().transform((day) => day ?? null),
});

/** R15. Puts an entity on hold: neither marked nor purged, through the process day `until`, or until a person ends it. A mark that stands is lifted by the next
 *  daily process. On what is on hold already it changes reason and end. AppError `not-found`, `invalid` (a day that is over). */
export const putHold = command({
  name: 'hold.put',
  permission: 'retention:hold',
  scope: 'admin',
  input: HoldInput,
  async run({ tx, ctx, workspaceId, now }, { kind, entity, reason, until }) {
    const reference = requireReference(kind, entity);
    if (until !== null && until < processDayAt(now))
      throw new AppError('invalid', 'The last day of a hold cannot be over.', {
        fields: [{ path: 'until', message: `Enter ${processDayAt(now)} or a later day.` }],
      });
    const found = await lockEntity(tx, { workspaceId, reference });
    if (!found) throw new AppError('not-found', 'There is no such entity in this workspace.');
    const by = actorName(ctx.actor);
    const before = await writeHold(tx, { workspaceId, kind, ...found, reason, until, by, since: now });
    const name = referenceText(reference);
    const note = {
      action: before ? 'hold.changed' : 'hold.put',
      rule: 'R15',
      entity: `${kind}/${name}`,
      from: before ? { until: before.until } : null,
      to: { until },
    };
    return { result: { kind, entity: name, reason, until, by, since: now }, notes: [note] };
  },
});
