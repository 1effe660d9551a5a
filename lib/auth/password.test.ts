import { expect, test } from 'vitest';
import { hashPassword, NOBODYS_PASSWORD, passwordFits } from './password.ts';

test('a password fits what was made of it, and no other does', async () => {
  const phc = await hashPassword('correct horse');
  expect(phc).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
  expect(await passwordFits('correct horse', phc)).toBe(true);
  for (const other of ['correct horse ', 'Correct horse', '', 'correct']) expect(await passwordFits(other, phc)).toBe(false);
});

test('the same password is kept differently each time', async () => {
  expect(await hashPassword('correct horse')).not.toBe(await hashPassword('correct horse'));
});

test('a hash that another argon2id made is read by the cost that it names', async () => {
  // By the reference implementation: echo -n password | argon2 somesalt -id -t 2 -k 65536 -p 1
  const reference = '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc';
  expect(await passwordFits('password', reference)).toBe(true);
});

test('nobody has the password that unknown addresses are compared with', async () => {
  for (const guess of ['', 'password', 'A'.repeat(22)]) expect(await passwordFits(guess, NOBODYS_PASSWORD)).toBe(false);
});
