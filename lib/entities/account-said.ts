import { readAccount } from '#db/read-accounts.ts';
import type { Scene } from '#lib/command.ts';
import { dayOf } from '#lib/time.ts';
import { noSuchAccount } from './no-such-account.ts';
import { type AccountAnswer, accountAnswer } from './rules/entity-answer.ts';

/** An account as the interface says it, inside the transaction that changed it. AppError `not-found`. */
export async function accountSaid(
  { tx, workspaceId, now }: Pick<Scene, 'tx' | 'workspaceId' | 'now'>,
  account: string,
): Promise<AccountAnswer> {
  const facts = await readAccount(tx, { workspaceId, account });
  if (!facts) throw noSuchAccount();
  return accountAnswer(facts, dayOf(now));
}
