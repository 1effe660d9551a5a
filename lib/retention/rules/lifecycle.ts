import { addDays, type Day } from '#lib/time.ts';

/** Why an entity is marked: its own inactivity (R9), the expiry of a free account (R13), or because an account above it was (R10). */
export const MARK_CAUSES = ['inactivity', 'expiry', 'parent'] as const;
export type MarkCause = (typeof MARK_CAUSES)[number];

/** R11. For this many days after the mark, new information or a person revives. */
export const REVIVE_DAYS = 30;

/** R11. The process day that deletes what was marked on `markedOn`. */
export function purgeDay(markedOn: Day): Day {
  return addDays(markedOn, REVIVE_DAYS);
}

/** R11. What was marked on this day or before it is purged on `processDay`. */
export function purgeCutoff(processDay: Day): Day {
  return addDays(processDay, -REVIVE_DAYS);
}

/** R13. The contract statuses that free-account expiry takes. */
export const EXPIRING_STATUSES = ['free', 'unknown'] as const;

export function expires(contractStatus: string): boolean {
  return (EXPIRING_STATUSES as readonly string[]).includes(contractStatus);
}

/** The contract statuses of accounts that do not pay. Every other value counts as paying. */
export const LAPSED_STATUSES = [...EXPIRING_STATUSES, 'cancelled'] as const;

export function pays(contractStatus: string): boolean {
  return !(LAPSED_STATUSES as readonly string[]).includes(contractStatus);
}

/** The status of an account that was never told one. */
export const UNKNOWN_STATUS = 'unknown';
