/** What something that a client sent comes to: signals that are taken together or not at all, by which message, and whether it bore a time
 *  that nobody can read. */
export type Told = { message?: string | undefined; signals: object[]; redated: boolean };
