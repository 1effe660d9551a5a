import { sql } from 'drizzle-orm';

/** What every list of examples shows of an account, or of a user or object with its account's standing. */
export type ExampleRow = {
  account: string;
  /** Of a user or object. */
  member: string | null;
  name: string | null;
  contract_status: string;
  contract_value: number | null;
};

/** As many of each are shown. */
export const EXAMPLES = 20;

/** The order in which they are chosen and shown, the highest contract values first. */
export const HIGHEST_FIRST = sql.raw('contract_value desc nulls last, account, member nulls first');
