import type { MarkCause } from '#lib/retention/rules/lifecycle.ts';
import type { Instant } from '#lib/time.ts';

export type FoundAccount = {
  id: string;
  name: string | null;
  contractStatus: string;
  contractValue: number | null;
  parentId: string | null;
  cause: MarkCause | null;
  rootId: string | null;
  archived: boolean;
};

/** A user or object; `marked` is by a mark of its own. */
export type FoundMember = { id: string; name: string | null; marked: boolean };
export type FoundUser = FoundMember & { namedAt: Instant; namedOrder: number };

/** What stands of everything that some signals name, read and locked in the transaction that writes them. */
export type Found = {
  archivedBlocks: boolean;
  /** By the sender's identifier. */
  accounts: ReadonlyMap<string, FoundAccount>;
  users: ReadonlyMap<string, FoundUser>;
  objects: ReadonlyMap<string, FoundMember>;
  /** Ids by name. */
  collections: ReadonlyMap<string, string>;
  /** By user, the account of the latest signal that named both (R1). */
  lastSeen: ReadonlyMap<string, string>;
  /** By account id, the account above it, for the accounts named as parents and all above them. Null where the tree is not locked, since no
   *  account that stands was to be moved. */
  parents: ReadonlyMap<string, string | null> | null;
  /** Above every `namedOrder` of the requests before this one. */
  firstOrder: number;
};

/** The key of a user in `Found`. An id has always the same length, so no two keys are alike. */
export function userKey(accountId: string, user: string): string {
  return accountId + user;
}

export function objectKey(accountId: string, collectionId: string, object: string): string {
  return accountId + collectionId + object;
}
