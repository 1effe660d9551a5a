import { type AuditEntry, CHAIN_START, chainHash } from './chain.ts';

/** How far the chain holds: the last good entry, and the first that is broken. */
type ChainState = { number: number; hash: string; broken: BrokenEntry | null };
/** `missing`: there is no entry of this number. `changed`: it says something else than when it was written. `cut`: it is not the end that was noted. */
type BrokenEntry = { number: number; reason: 'missing' | 'changed' | 'cut' };

export const CHAIN_BEGINNING: ChainState = { number: 0, hash: CHAIN_START, broken: null };

/** R30. Goes on with the next entries of the chain, in order; stops at the first that is broken. */
export function checkChain(state: ChainState, entries: readonly AuditEntry[]): ChainState {
  let { number, hash } = state;
  for (const { hash: written, ...entry } of entries) {
    if (entry.number !== number + 1) return { number, hash, broken: { number: number + 1, reason: 'missing' } };
    const expected = chainHash(hash, entry);
    if (expected !== written) return { number, hash, broken: { number: entry.number, reason: 'changed' } };
    [number, hash] = [entry.number, written];
  }
  return { number, hash, broken: null };
}

/** R30. Whether the chain ends where its end was noted. */
export function checkEnd(state: ChainState, end: { number: number; hash: string }): ChainState {
  if (state.broken) return state;
  if (state.number < end.number) return { ...state, broken: { number: state.number + 1, reason: 'missing' } };
  return state.hash === end.hash ? state : { ...state, broken: { number: state.number, reason: 'cut' } };
}
