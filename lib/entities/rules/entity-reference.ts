import { isTooLong } from '#lib/ingest/rules/text.ts';
import { isPlainText } from '#lib/rules/plain-text.ts';

export const ENTITY_KINDS = ['accounts', 'users', 'objects'] as const;
export type EntityKind = (typeof ENTITY_KINDS)[number];

/** An entity by the sender's identifiers. */
export type EntityReference =
  | { kind: 'accounts'; account: string }
  | { kind: 'users'; account: string; user: string }
  | { kind: 'objects'; collection: string; account: string; object: string };

/** How each kind is named. */
export const REFERENCE_SHAPE: Record<EntityKind, string> = {
  accounts: 'account',
  users: 'account/user',
  objects: 'collection/account/object',
};

/** Reads `account`, `account/user` or `collection/account/object`, each part percent-encoded. Null where the text has another shape. */
export function readReference(kind: EntityKind, text: string): EntityReference | null {
  return referenceOf(kind, text.split('/').map(decoded));
}

/** The same of parts that are decoded already, as an address gives them. */
export function referenceOf(kind: EntityKind, parts: readonly (string | null)[]): EntityReference | null {
  if (!parts.every(isIdentifier)) return null;
  const [a, b, c, ...rest] = parts as string[];
  if (rest.length > 0 || a === undefined) return null;
  if (kind === 'accounts') return b === undefined ? { kind, account: a } : null;
  if (kind === 'users') return b !== undefined && c === undefined ? { kind, account: a, user: b } : null;
  return b !== undefined && c !== undefined ? { kind, collection: a, account: b, object: c } : null;
}

/** A reference as rows have it: `policyKind` is the kind under which it counts, a collection's name for objects; `member` is null for accounts. */
export function referenceByPolicy(policyKind: string, account: string, member: string | null): EntityReference {
  if (member === null) return { kind: 'accounts', account };
  return policyKind === 'users'
    ? { kind: 'users', account, user: member }
    : { kind: 'objects', collection: policyKind, account, object: member };
}

/** The text of a reference, as lists, the audit and events write it. */
export function referenceText(reference: EntityReference): string {
  return partsOf(reference).map(encodeURIComponent).join('/');
}

function partsOf(reference: EntityReference): string[] {
  if (reference.kind === 'accounts') return [reference.account];
  if (reference.kind === 'users') return [reference.account, reference.user];
  return [reference.collection, reference.account, reference.object];
}

/** What a signal may name: 1 to 255 characters, one outside the basic plane counting once. */
function isIdentifier(part: string | null): boolean {
  return part !== null && part !== '' && isPlainText(part) && !isTooLong(part);
}

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}
