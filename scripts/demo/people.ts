import { randomInt } from 'node:crypto';
import { personByEmail } from '#db/people.ts';
import { createPerson } from '#lib/auth/create-person.ts';
import { permissionsOf, type Role } from '#lib/auth/rules/permissions.ts';
import type { Actor, Context } from '#lib/context.ts';

export type DemoPerson = { name: string; email: string; role: Role; password: string };

export const DANA = 'dana.whitfield@example.com';
export const PRIYA = 'priya.raman@example.com';
export const JONAS = 'jonas.falk@example.com';
export const MIA = 'mia.torres@example.com';

/** Who answers for the demo workspace, each with a new password. */
export function newPeople(): DemoPerson[] {
  const roles: [name: string, email: string, role: Role][] = [
    ['Dana Whitfield', DANA, 'global_admin'],
    ['Priya Raman', PRIYA, 'global_admin'],
    ['Jonas Falk', JONAS, 'advanced'],
    ['Mia Torres', MIA, 'member'],
  ];
  return roles.map(([name, email, role]) => ({ name, email, role, password: newPassword() }));
}

export async function addPeople(ctx: Context, people: readonly DemoPerson[]): Promise<void> {
  for (const person of people) await createPerson(ctx, person);
}

/** The same transaction with the person of this address as the one who acts. */
export async function actingAs(ctx: Context, people: readonly DemoPerson[], email: string): Promise<Context> {
  const known = ctx.tx && (await personByEmail(ctx.tx, { email }));
  const role = people.find((person) => person.email === email)?.role;
  if (!known || !role) throw new Error(`the demo has no ${email}`);
  const actor: Actor = { type: 'person', id: known.id, name: known.name, permissions: permissionsOf(role) };
  return { ...ctx, actor };
}

/** Three groups of four from letters and digits that are hard to mistake: 59 bits. */
function newPassword(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
  return Array.from({ length: 3 }, () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('')).join('-');
}
