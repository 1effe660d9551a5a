/** What becomes of each table where the database is distributed over machines (docs/operating.md). Every table is in exactly one class; a test holds the list against the catalog. */
export const TABLE_CLASSES = {
  /** Workspace data: distributed by workspace, under a row policy. */
  distributed: [
    'workspaces',
    'policies',
    'idempotent_answers',
    'collections',
    'accounts',
    'users',
    'objects',
    'holds',
    'usage',
    'touchpoints',
    'tasks',
    'expired_accounts',
    'expired_usage',
    'client_messages',
    'ingest_hours',
    'ingest_refusals',
    'daily_runs',
    'run_effects',
    'bulk_jobs',
    'bulk_rows',
    'audit_entries',
    'audit_heads',
  ],
  /** Read before the workspace is known, or about people: on the coordinator. */
  local: ['directory', 'open_runs', 'open_bulk_jobs', 'api_keys', 'people', 'memberships', 'sessions', 'sign_in_attempts', 'workers'],
} as const;
