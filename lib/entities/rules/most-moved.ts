/** R13. Moving an account out of expiry is a decision about it, so a person picks them: no more than this at once. */
export const MOST_MOVED = 200;
