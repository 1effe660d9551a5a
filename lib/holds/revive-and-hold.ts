import { z } from 'zod';
import { command } from '#lib/command.ts';
import { readReference } from '#lib/entities/rules/entity-reference.ts';
import { beginRevive } from '#lib/retention/revive-entities.ts';
import { HoldInput, putHold } from './put-hold.ts';

/** A hold is a decision about one entity, so a person picks them: no more than a screen shows. */
export const MOST_HELD = 200;

const SOME = `Choose 1 to ${MOST_HELD} entities: each hold is a decision of its own.`;

/** R12, R15. Revives entities and puts them on hold, all of them or none; what is active already is put on hold alone. A person needs `retention:hold` besides.
 *  AppError `forbidden`, `not-found` where one is gone, `invalid`. */
export const reviveAndHold = command({
  name: 'entities.revive-and-hold',
  permission: 'retention:review',
  scope: ['retention', 'admin'],
  input: HoldInput.omit({ entity: true }).extend({ entities: z.array(z.string(), SOME).min(1, SOME).max(MOST_HELD, SOME) }),
  async run({ tx, ctx }, { kind, entities, reason, until }) {
    const inside = { ...ctx, tx };
    const { revived } = await beginRevive(inside, { kind, entities });
    const inOrder = [...new Set(entities)].sort((a, b) => compare(accountOf(kind, a), accountOf(kind, b)));
    for (const entity of inOrder) await putHold(inside, { kind, entity, reason, until });
    return { result: { revived, held: inOrder.length }, notes: [] };
  },
});

/** Everybody locks accounts in the order of their identifiers. */
function accountOf(kind: z.infer<typeof HoldInput>['kind'], entity: string): string {
  return readReference(kind, entity)?.account ?? '';
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
