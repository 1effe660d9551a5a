import { expect, test } from 'vitest';
import { purgesTitle } from './purges-title.ts';

test('R11: what is purged is said with what goes with it, and examples are said to be some', () => {
  const users = { kind: 'users', n: 6 };
  expect(purgesTitle({ kind: 'accounts', n: 3, shown: 3 }, [users, { kind: 'opportunities', n: 1 }])).toBe(
    '3 accounts, and with them 6 users and 1 opportunity',
  );
  expect(purgesTitle({ kind: 'accounts', n: 1, shown: 1 }, [users])).toBe('1 account, and with it 6 users');
  expect(purgesTitle({ kind: 'users', n: 1204, shown: 20 }, [])).toBe('20 examples of 1,204 users');
});
