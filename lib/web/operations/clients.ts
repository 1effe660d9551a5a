import { z } from 'zod';
import { KINDS, KINDS_OF_SERVERS } from '#lib/ingest/rules/client-batch.ts';
import type { Documented } from '../operation.ts';

const Identifier = z.union([z.string(), z.number()]).optional();
const Attributes = z.record(z.string(), z.unknown()).optional();

const Event = z.looseObject({
  type: z.enum(KINDS.slice(1)).optional().describe('What kind of event it is, in a batch.'),
  messageId: Identifier.describe('An event with the same one is not taken again within 24 hours.'),
  userId: Identifier,
  groupId: Identifier.describe('The account; without it, the one that the user was last seen with.'),
  traits: Attributes.describe('Of `group` and `identify`: attributes of the account or user.'),
  event: Identifier.describe('Of `track`: the activity.'),
  name: Identifier.describe('Of `page` and `screen`: the activity.'),
  category: Identifier.describe('The module, unless `properties.module` says it.'),
  properties: z.looseObject({ module: Identifier }).optional(),
  context: z.looseObject({ groupId: Identifier }).optional(),
  timestamp: z.string().optional(),
});
const Batch = z.looseObject({ batch: z.array(Event), writeKey: z.string().optional() });
const Success = z.object({ success: z.literal(true) });

const TRACK = {
  messageId: 'f7a1c2d0',
  userId: 'ann@acme.example',
  event: 'Report exported',
  properties: { module: 'reports' },
  context: { groupId: 'acme' },
};

const SUMMARY = 'Events that cannot be used are counted at /api/v1/ingest/health and leave the others alone.';

/** Paths of clients that people run already, for the document alone: they answer as those clients expect, and not by these schemas. */
export const clientOperations: readonly Documented[] = [
  {
    id: 'sendEvents',
    method: 'POST',
    path: '/v1/{kind}',
    scope: ['ingest'],
    keyIn: 'write_key',
    summary: `For Segment and RudderStack: ${SUMMARY} The content type is ignored, gzip is obeyed, and the short names are what browsers use.`,
    params: z.object({ kind: z.enum([...KINDS, ...KINDS.map((kind) => kind.slice(0, 1))]) }),
    body: z.union([Batch, Event]).meta({ examples: [TRACK] }),
    answer: Success,
  },
  {
    id: 'sendEventOfServer',
    method: 'POST',
    path: '/api/s/s2s/{kind}',
    scope: ['ingest'],
    keyIn: 'write_key',
    summary: `For Jitsu: ${SUMMARY}`,
    params: z.object({ kind: z.enum(KINDS_OF_SERVERS) }),
    body: Event.meta({ examples: [TRACK] }),
    answer: Success,
  },
  ...(['GET', 'POST'] as const).map(
    (method): Documented => ({
      id: `${method === 'GET' ? 'fetch' : 'send'}Pixel`,
      method,
      path: '/pixel.gif',
      scope: ['ingest'],
      keyIn: 'service_id',
      summary:
        'For Totango’s tracker: a transparent pixel, whatever was sent. `sdr_o.NAME` and `sdr_u.NAME` are attributes of account and user.',
      query: z.object({
        sdr_o: z
          .string()
          .optional()
          .meta({ description: 'The account.', examples: ['acme'] }),
        sdr_odn: z.string().optional().describe('The account’s name.'),
        sdr_u: z
          .string()
          .optional()
          .meta({ description: 'The user.', examples: ['ann'] }),
        sdr_a: z
          .string()
          .optional()
          .meta({ description: 'The activity.', examples: ['Report exported'] }),
        sdr_m: z.string().optional().describe('The module.'),
        'api-token': z.string().optional().describe('A key, where the workspace asks for one.'),
      }),
      answer: null,
      answerType: 'image/gif',
    }),
  ),
];
