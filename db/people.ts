import { eq, inArray, sql } from 'drizzle-orm';
import type { Tx } from './client.ts';
import { memberships, people } from './schema/platform.ts';

export type Person = typeof people.$inferSelect;

/** Null where nobody has this address; it is compared trimmed and in lower case. */
export async function personByEmail(tx: Tx, { email }: { email: string }): Promise<Person | null> {
  const [person] = await tx.select().from(people).where(eq(people.email, email));
  return person ?? null;
}

/** Makes the person; where somebody has the address already, that one stays as it is. Gives whoever has the address now. */
export async function insertPersonOnce(tx: Tx, person: typeof people.$inferInsert): Promise<{ person: Person; made: boolean }> {
  const [made] = await tx.insert(people).values(person).onConflictDoNothing().returning();
  const known = made ?? (await personByEmail(tx, { email: person.email }));
  if (!known) throw new Error('the person can be neither made nor found');
  return { person: known, made: made !== undefined };
}

/** A person's part in a workspace, given or changed. */
export async function saveMembership(tx: Tx, membership: typeof memberships.$inferInsert): Promise<void> {
  await tx
    .insert(memberships)
    .values(membership)
    .onConflictDoUpdate({ target: [memberships.personId, memberships.workspaceId], set: { role: sql`excluded.role` } });
}

/** The names of people, by identifier; who is gone is left out. */
export async function namesOfPeople(tx: Tx, { ids }: { ids: readonly string[] }): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(inArray(people.id, [...ids]));
  return new Map(rows.map(({ id, name }) => [id, name]));
}
