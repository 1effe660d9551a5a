import type { FieldError } from '#lib/rules/read-by-schema.ts';
import type { Instant } from '#lib/time.ts';
import type { Attributes } from './attributes.ts';
import type { Found } from './found.ts';
import type { Signal } from './signal.ts';

export type SignalType = Signal['type'];

/** What an entity will be: its columns as they end up, and the sender's own attributes that change (null: taken away). */
type Draft = { id: string; isNew: boolean; type: SignalType; name: string | null; own: Map<string, string | null> };
export type AccountDraft = Draft & { account: string; contractStatus: string; contractValue: number | null; parentId: string | null };
type MemberDraft = Draft & { accountId: string; account: string; member: string; wasMarked: boolean };
export type UserDraft = MemberDraft & { namedAt: Instant; namedOrder: number };
export type ObjectDraft = MemberDraft & { collectionId: string; collection: string };
type UsageDraft = { accountId: string; day: string; userId: string | null; module: string; activity: string; count: number };
type TouchpointDraft = {
  id: string;
  accountId: string;
  userIds: string[];
  subject: string | null;
  content: string | null;
  own: Attributes['own'];
  at: Instant;
};
type TaskDraft = {
  accountId: string;
  task: string;
  title: string | null;
  status: 'created' | 'completed';
  own: Attributes['own'];
  createdAt: Instant;
  completedAt: Instant | null;
};

/** What some signals come to, in whole: each row once, as it is after the last of them. */
export type SignalPlan = {
  found: Found;
  now: Instant;
  newId: () => string;
  accounts: Map<string, AccountDraft>;
  users: Map<string, UserDraft>;
  objects: Map<string, ObjectDraft>;
  usage: Map<string, UsageDraft>;
  touchpoints: TouchpointDraft[];
  tasks: Map<string, TaskDraft>;
  /** Marked accounts that something was heard of (R12). */
  marked: string[];
  /** Archived accounts that information restores (R16). */
  restored: string[];
  /** By account id, the account above it where that changes. */
  parents: Map<string, string | null>;
  /** Accounts that something was placed below. */
  placedBelow: Set<string>;
  /** The roots, null for none, of the accounts that existed and moved. Not empty: the tree must have been locked. */
  movedRoots: Set<string | null>;
  /** By user, the account of the latest signal here that named both. */
  seen: Map<string, string>;
  /** In the order of the signals. */
  rejected: { index: number; errors: FieldError[] }[];
};

export function emptyPlan(found: Found, now: Instant, newId: () => string): SignalPlan {
  return {
    found,
    now,
    newId,
    accounts: new Map(),
    users: new Map(),
    objects: new Map(),
    usage: new Map(),
    touchpoints: [],
    tasks: new Map(),
    marked: [],
    restored: [],
    parents: new Map(),
    placedBelow: new Set(),
    movedRoots: new Set(),
    seen: new Map(),
    rejected: [],
  };
}
