import { addDays, type Day, dayOf, type Instant, laterOf, nextProcessStart } from '#lib/time.ts';
import { forecastTrees, type TreeAccount } from './forecast.ts';
import { expires } from './lifecycle.ts';
import { nextMark } from './next-mark.ts';
import { effectiveDays, MAX_DAYS, type PolicySet } from './policy.ts';

/** An account of the chain from a record upwards, as it stands when the next daily process has lifted. */
export type ChainAccount = Pick<TreeAccount, 'markedOn' | 'heldThrough'> & {
  account: string;
  contractStatus: string;
  createdAt: Instant;
  lastInformationAt: Instant;
};

/** With whose mark something goes along, and on which process day, if nothing arrives. */
type AlongAhead = { on: Day; root: string };

/** As far ahead as a policy reaches. */
const HORIZON_DAYS = MAX_DAYS + 60;

/** R9, R10, R13. The first day on which a record goes along with a mark, by the forecast's own rules, if nothing arrives; null where it never does, or is due itself
 *  by then. `chain` is its account (it itself, where it is one) and those above, the nearest first. */
export function alongAhead(
  chain: readonly ChainAccount[],
  { member, dueOn }: { member: boolean; dueOn: Day | null },
  { set, now }: { set: PolicySet; now: Instant },
): AlongAhead | null {
  const tree = chain.map((account, i): TreeAccount => {
    const parentId = i + 1 < chain.length ? String(i + 1) : null;
    return { id: String(i), parentId, ownDay: ownDay(account, set, now), markedOn: account.markedOn, heldThrough: account.heldThrough };
  });
  const on = markDay(tree, effectiveDays(set, 'accounts') !== null, dayOf(nextProcessStart(now)));
  const [nearest] = chain;
  if (on === null || nearest === undefined || (dueOn !== null && (member ? dueOn < on : dueOn <= on))) return null;
  if (member) return { on, root: nearest.account };
  const root = tree.findIndex(({ ownDay: own }, i) => i > 0 && own === on);
  return root < 0 ? null : { on, root: chain[root]?.account ?? '' };
}

/** The day on which the nearest account is marked, for whatever cause; expiry takes nobody along. */
function markDay(tree: readonly TreeAccount[], cascades: boolean, first: Day): Day | null {
  if (!cascades) return tree[0]?.ownDay ?? null;
  return forecastTrees(tree, first, HORIZON_DAYS).find(({ id }) => id === '0')?.day ?? null;
}

function ownDay(account: ChainAccount, set: PolicySet, now: Instant): Day | null {
  const { contractStatus, markedOn, heldThrough } = account;
  if (markedOn !== null || heldThrough === 'for ever') return null;
  const kind = effectiveDays(set, 'accounts') !== null ? 'accounts' : expires(contractStatus) ? 'free_accounts' : null;
  const day = kind === null ? null : (nextMark(set, kind, account, now)?.on ?? null);
  return day === null || heldThrough === null ? day : laterOf(day, addDays(heldThrough, 1));
}
