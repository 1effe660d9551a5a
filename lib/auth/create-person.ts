import { z } from 'zod';
import { insertPersonOnce, saveMembership } from '#db/people.ts';
import { command } from '#lib/command.ts';
import { newId } from '#lib/ids.ts';
import { isPlainText } from '#lib/rules/plain-text.ts';
import { hashPassword } from './password.ts';
import { ROLES } from './rules/permissions.ts';

/** An address as it is compared: trimmed and in lower case. */
export const Email = z
  .string('Enter an email address.')
  .trim()
  .toLowerCase()
  .max(320, 'Enter a shorter address.')
  .regex(/^[^\s@]+@[^\s@]+$/, 'Enter an email address, like dana@example.com.')
  .refine(isPlainText, 'Enter an email address, like dana@example.com.');

const NewPerson = z.object({
  email: Email,
  password: z.string('Enter a password.').min(8, 'Enter a password of 8 characters or more.').max(1024, 'Enter a shorter password.'),
  /** Shown in the console and in the audit; the part of the address before the @ where it is not given. */
  name: z.string().trim().min(1, 'Enter a name.').max(120, 'Enter a shorter name.').refine(isPlainText, 'Enter another name.').optional(),
  role: z.enum(ROLES, 'Choose global_admin, advanced or member.'),
});

/** Gives somebody a role in this workspace. Whoever has the address already is `known`, and keeps name and password: no workspace takes over
 *  a person of another one. */
export const createPerson = command({
  name: 'people.create',
  permission: 'workspace:admin',
  scope: 'admin',
  input: NewPerson,
  async run({ tx, workspaceId }, { email, password, name = email.split('@')[0] ?? email, role }) {
    const passwordHash = await hashPassword(password);
    const { person, made } = await insertPersonOnce(tx, { id: newId(), email, name, passwordHash, createdAt: new Date() });
    await saveMembership(tx, { personId: person.id, workspaceId, role, extraPermissions: [] });
    const note = { action: 'person.added', entity: `people/${person.id}`, to: { role } };
    return { result: { id: person.id, email, role, known: !made }, notes: [note] };
  },
});
