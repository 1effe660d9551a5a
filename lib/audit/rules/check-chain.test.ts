import { expect, test } from 'vitest';
import { parseInstant } from '#lib/time.ts';
import { type AuditEntry, CHAIN_START, chainHash } from './chain.ts';
import { CHAIN_BEGINNING, checkChain, checkEnd } from './check-chain.ts';

function chain(length: number): AuditEntry[] {
  let hash = CHAIN_START;
  return Array.from({ length }, (_, i) => {
    const entry = {
      number: i + 1,
      at: parseInstant('2026-07-04T16:20:00Z'),
      actor: 'command line',
      action: 'policy.saved',
      rule: 'R4',
      entity: 'policies/accounts',
      from: { days: null },
      to: { days: 90 + i },
    };
    hash = chainHash(hash, entry);
    return { ...entry, hash };
  });
}

const endOf = (entries: readonly AuditEntry[]) => entries.at(-1) as AuditEntry;
const verify = (entries: readonly AuditEntry[], end: { number: number; hash: string }) =>
  checkEnd(checkChain(CHAIN_BEGINNING, entries), end);

test('R30: a chain that was left alone holds, also where it is checked in parts', () => {
  const entries = chain(5);
  expect(verify(entries, endOf(entries)).broken).toBeNull();
  const half = checkChain(CHAIN_BEGINNING, entries.slice(0, 2));
  expect(checkEnd(checkChain(half, entries.slice(2)), endOf(entries))).toMatchObject({ number: 5, broken: null });
});

test('R30: an empty trail holds', () => {
  expect(verify([], { number: 0, hash: CHAIN_START }).broken).toBeNull();
});

test.each<[string, Partial<AuditEntry>]>([
  ['its instant', { at: parseInstant('2026-07-04T16:20:01Z') }],
  ['its actor', { actor: 'key:1' }],
  ['its action', { action: 'run.finished' }],
  ['its rule', { rule: null }],
  ['its entity', { entity: 'policies/users' }],
  ['what was before', { from: null }],
  ['what came after', { to: { days: 1 } }],
  ['its hash', { hash: '1'.repeat(64) }],
])('R30: an entry is found where %s was changed', (_, change) => {
  const entries = chain(4);
  entries[1] = { ...(entries[1] as AuditEntry), ...change };
  expect(verify(entries, endOf(entries)).broken).toEqual({ number: 2, reason: 'changed' });
});

test('R30: a missing entry is found in the middle, at the beginning and at the end', () => {
  const entries = chain(4);
  const without = (number: number) => entries.filter((entry) => entry.number !== number);
  for (const number of [1, 2, 4]) expect(verify(without(number), endOf(entries)).broken).toEqual({ number, reason: 'missing' });
});

test('R30: a chain that was written anew from some entry on does not fit the end that was noted', () => {
  expect(verify(chain(4), { number: 4, hash: 'f'.repeat(64) }).broken).toEqual({ number: 4, reason: 'cut' });
});
