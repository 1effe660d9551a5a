/** What sent something: our own interface, or a client that people run already. */
export const INGEST_SOURCES = ['signals', 'segment', 'rudderstack', 'jitsu', 'totango'] as const;
export type IngestSource = (typeof INGEST_SOURCES)[number];

/** Why something was kept out: it was at fault, or no account was known of its user. */
export type RefusalKind = 'refused' | 'unattributed';
