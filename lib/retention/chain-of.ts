import { accountsAbove } from '#db/account-family.ts';
import type { Tx } from '#db/client.ts';
import type { AccountFacts } from '#lib/entities/rules/entity-answer.ts';
import { laterOf } from '#lib/time.ts';
import { ABOVE, type Ahead, accountLifts, holdsOn } from './lifts-ahead.ts';
import type { ChainAccount } from './rules/along-ahead.ts';

/** An account and those above it, the nearest first, as they stand when the daily process of that day has lifted. */
export async function chainOf(tx: Tx, ahead: Ahead, account: AccountFacts): Promise<ChainAccount[]> {
  const above = await accountsAbove(tx, { workspaceId: ahead.workspaceId, id: account.id, limit: ABOVE });
  const chain: ChainAccount[] = [];
  for (const facts of [account, ...above.reverse()]) {
    const lifted = facts.markedOn !== null && (await accountLifts(tx, ahead, facts));
    chain.push({
      ...facts,
      markedOn: lifted ? null : facts.markedOn,
      heldThrough: facts.onHold ? await heldThrough(tx, ahead, facts.id) : null,
    });
  }
  return chain;
}

async function heldThrough(tx: Tx, ahead: Ahead, accountId: string): Promise<ChainAccount['heldThrough']> {
  const until = (await holdsOn(tx, ahead, accountId)).map((hold) => hold.until);
  const [first, ...more] = until.filter((day) => day !== null);
  if (until.includes(null)) return 'for ever';
  return first === undefined ? null : more.reduce(laterOf, first);
}
