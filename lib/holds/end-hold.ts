import { z } from 'zod';
import { lockEntity } from '#db/find-entity.ts';
import { endHold as removeHold } from '#db/holds.ts';
import { command } from '#lib/command.ts';
import { ENTITY_KINDS, referenceText } from '#lib/entities/rules/entity-reference.ts';
import { AppError } from '#lib/errors.ts';
import { requireReference } from '#lib/require-reference.ts';

/** R15. Ends the hold on an entity; from then on it is marked and purged like any other. AppError `not-found` where there is none. */
export const endHold = command({
  name: 'hold.end',
  permission: 'retention:hold',
  scope: 'admin',
  input: z.object({ kind: z.enum(ENTITY_KINDS, 'Choose accounts, users or objects.'), entity: z.string() }),
  async run({ tx, workspaceId }, { kind, entity }) {
    const reference = requireReference(kind, entity);
    const found = await lockEntity(tx, { workspaceId, reference });
    const ended = found && (await removeHold(tx, { workspaceId, kind, ...found }));
    if (!ended) throw new AppError('not-found', 'There is no hold on such an entity in this workspace.');
    const note = { action: 'hold.ended', rule: 'R15', entity: `${kind}/${referenceText(reference)}`, from: { until: ended.until } };
    return { result: { ended: true }, notes: [note] };
  },
});
