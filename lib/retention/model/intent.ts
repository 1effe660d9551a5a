import { plusDays, processDay, startOf } from './days.ts';
import type { Signal } from './information.ts';
import type { Reference } from './people.ts';
import type { Step } from './steps.ts';
import { type Account, type Choice, type Day, type Member, membersOf, type World } from './world.ts';

/** What somebody means to do. The steps that it takes depend on how things stand when each is taken; none where nothing fits. */
export type Intent = (world: World) => Iterable<Step>;

/** Names of accounts: few, so that what is purged is often made anew. */
export const NAMES = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'];

export const COLLECTIONS = ['deals', 'sites', 'seats', 'bills'];

export const tell = (...signals: Signal[]): Step => ({ do: 'tell', signals });
export const save = (choices: Record<string, Choice>): Step => ({ do: 'save', save: { choices } });
export const tellAt = (at: string, ...signals: Signal[]): Step => ({ do: 'tell', at, signals });
export const hold = (reference: Reference, until: Day | null): Step => ({ do: 'hold', reference, until });
export const revive = (...references: Reference[]): Step => ({ do: 'revive', references });
export const edit = ({ name: account }: Account, patch: Extract<Step, { do: 'edit' }>['patch']): Step => ({ do: 'edit', account, patch });

/** The process day that comes so many days after the present one. */
export function dayIn(world: World, days: number): Day {
  return plusDays(processDay(world.now), days);
}

/** The daily process of a later day, with nothing before it but the traffic of some accounts on that day; not where that is over. */
export function* runOn(
  world: World,
  day: Day,
  { heard = [], silent, chunkRows = 5000 }: { heard?: readonly Account[]; silent?: Account | Member; chunkRows?: number } = {},
): Generator<Step> {
  const at = startOf(day);
  if (at < world.now) return;
  const signals = traffic(world, heard)
    .filter((entity) => entity !== silent)
    .map(about);
  if (signals.length > 0) yield tellAt(at, ...signals);
  yield signals.length > 0 ? { do: 'run', chunkRows } : { do: 'run', at, chunkRows };
}

/** Of some accounts those that are neither marked nor archived, with their users and objects. */
function traffic(world: World, accounts: readonly Account[]): (Account | Member)[] {
  const active = accounts.filter((account) => world.accounts.includes(account) && account.mark === null && !account.archived);
  return active.flatMap((account) => [account, ...membersOf(world, account).filter(({ mark }) => mark === null)]);
}

/** The least that can be told about an entity. */
export function about(entity: Account | Member): Signal {
  if (!('account' in entity)) return { type: 'usage', account: entity.name, activity: 'login' };
  const { account, collection, name } = entity;
  if (collection === null) return { type: 'user', account: account.name, user: name };
  return { type: 'object', account: account.name, collection, object: name };
}

export function referenceOf(entity: Account | Member): Reference {
  if (!('account' in entity)) return { account: entity.name };
  const { account, collection, name } = entity;
  return { account: account.name, ...(collection === null ? {} : { collection }), member: name };
}
