import { z } from 'zod';
import type { Context } from '#lib/context.ts';
import { AppError } from '#lib/errors.ts';
import { newId } from '#lib/ids.ts';
import { recordCall } from '#lib/ingest/record-call.ts';
import { type Fields, labelIn } from '#lib/ingest/rules/client-fields.ts';
import { parseClientBody } from '#lib/ingest/rules/client-json.ts';
import { operation } from '../operation.ts';
import { decodeText } from '../read-body.ts';

const Identifier = z.union([z.string(), z.number()]);

const Touchpoint = z
  .looseObject({
    account_id: Identifier,
    user_id: Identifier.optional(),
    subject: z.string().optional(),
    content: z.string().optional(),
  })
  .meta({ examples: [{ account_id: 'acme', user_id: 'ann@acme.example', subject: 'Quarterly review' }] });
const Task = z.looseObject({
  account_id: Identifier,
  user_id: Identifier.optional(),
  title: z.string().optional(),
  status: z.enum(['open', 'closed']),
});

const CALL = {
  scope: ['ingest'],
  keyIn: 'app_token',
  bodyTypes: ['application/json', 'application/x-www-form-urlencoded'],
  readBody: readCall,
} as const;

export const logTouchpointOperation = operation({
  ...CALL,
  id: 'logTouchpoint',
  method: 'POST',
  path: '/api/v3/touchpoints',
  summary: 'For programs written for Totango: logs a touchpoint. Fields that are not known are kept with it.',
  body: Touchpoint,
  answer: z.object({ account_id: z.string() }),
  async run(ctx, { body }) {
    await recordCall(ctx, { shape: 'touchpoint', sent: body });
    return { account_id: labelIn(body.account_id) ?? '' };
  },
});

const TaskAnswer = z.object({ id: z.string(), account_id: z.string(), status: z.enum(['open', 'closed']) });

export const createTaskOperation = operation({
  ...CALL,
  id: 'createTask',
  method: 'POST',
  path: '/api/v3/tasks',
  summary: 'For programs written for Totango: creates a task, open unless its status says otherwise.',
  body: Task.partial({ status: true }).meta({ examples: [{ account_id: 'acme', title: 'Prepare the renewal' }] }),
  answer: TaskAnswer,
  run: (ctx, { body }) => saveTask(ctx, labelIn(body.id) ?? newId(), { status: 'open', ...body }),
});

export const saveTaskOperation = operation({
  ...CALL,
  id: 'saveTask',
  method: 'PUT',
  path: '/api/v3/tasks/{id}',
  summary: 'For programs written for Totango: says what became of a task. One that is not known is made.',
  body: Task.meta({ examples: [{ account_id: 'acme', status: 'closed' }] }),
  answer: TaskAnswer,
  run: (ctx, { params, body }) => saveTask(ctx, params.id ?? '', body),
});

async function saveTask(ctx: Context, task: string, sent: Fields): Promise<z.infer<typeof TaskAnswer>> {
  await recordCall(ctx, { shape: 'task', task, sent });
  return { id: task, account_id: labelIn(sent.account_id) ?? '', status: sent.status === 'closed' ? 'closed' : 'open' };
}

/** A JSON object or a form, told apart by how it begins: programs send either under any content type. */
function readCall(bytes: Buffer): Fields {
  const text = decodeText(bytes);
  if (!text.trimStart().startsWith('{')) return Object.fromEntries(new URLSearchParams(text));
  const sent = parseClientBody(bytes);
  if (sent === null) throw new AppError('malformed', 'The body is not JSON.');
  return sent;
}
