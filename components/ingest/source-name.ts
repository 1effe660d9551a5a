import type { IngestSource } from '#lib/ingest/rules/received.ts';

/** What people call what sends. */
export const SOURCE_NAME: Record<IngestSource, string> = {
  signals: 'Plain HTTP',
  segment: 'Segment for Node',
  segment_browser: 'Segment for browsers',
  rudderstack: 'RudderStack for Node',
  jitsu: 'Jitsu',
  totango: 'Totango’s tracker',
};
