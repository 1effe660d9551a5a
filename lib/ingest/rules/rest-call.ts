import type { FieldError } from '#lib/rules/read-by-schema.ts';
import { fieldsOf, identifierIn, labelIn } from './client-fields.ts';
import type { Told } from './told.ts';

/** A touchpoint or task as Totango's interface takes it. */
export type TouchpointCall = { shape: 'touchpoint'; sent: unknown };
export type TaskCall = { shape: 'task'; task: string; sent: unknown };

export function tellTouchpoint({ sent }: TouchpointCall): Told | FieldError {
  const call = fieldsOf(sent);
  if (call === null) return NO_OBJECT;
  const { account_id, user_id, subject, content, ...details } = call;
  const user = identifierIn(user_id);
  const users = user === undefined ? [] : [user];
  const touchpoint = { account: identifierIn(account_id), users, subject: labelIn(subject), content: labelIn(content), details };
  return { signals: [{ type: 'touchpoint', ...touchpoint }], redated: false };
}

/** The user that a task names has information by it too (R1). */
export function tellTask({ task, sent }: TaskCall): Told | FieldError {
  const call = fieldsOf(sent);
  if (call === null) return NO_OBJECT;
  const { account_id, user_id, id: _, status, title, ...details } = call;
  const known = STATUS.get(status);
  if (known === undefined) return { path: 'status', message: 'Send open or closed.' };
  const [account, user] = [identifierIn(account_id), identifierIn(user_id)];
  const told = { type: 'task', account, task, status: known, title: labelIn(title), details };
  return { signals: user === undefined ? [told] : [{ type: 'user', account, user }, told], redated: false };
}

const STATUS: ReadonlyMap<unknown, string> = new Map([
  ['open', 'created'],
  ['closed', 'completed'],
]);

const NO_OBJECT: FieldError = { path: '', message: 'Send an object.' };
