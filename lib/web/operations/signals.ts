import { z } from 'zod';
import { readSignals } from '#lib/ingest/read-signals.ts';
import { recordSignals } from '#lib/ingest/record-signals.ts';
import { MAX_SIGNALS, SignalSchema } from '#lib/ingest/rules/signal.ts';
import { operation } from '../operation.ts';
import { decodeText } from '../read-body.ts';

const FieldError = z.object({ path: z.string(), message: z.string() });

const EXAMPLE = {
  signals: [
    { type: 'account', account: 'acme', attributes: { name: 'Acme', contract_status: 'paying', contract_value: 12_000 } },
    { type: 'user', account: 'acme', user: 'ann@acme.example', attributes: { role: 'admin' } },
    { type: 'usage', account: 'acme', user: 'ann@acme.example', module: 'reports', activity: 'export', count: 3 },
    { type: 'touchpoint', account: 'acme', users: ['ann@acme.example'], subject: 'Quarterly review' },
    { type: 'task', account: 'acme', task: 'renewal-2027', status: 'created', title: 'Prepare the renewal' },
  ],
};

export const recordSignalsOperation = operation({
  id: 'recordSignals',
  method: 'POST',
  path: '/api/v1/signals',
  scope: ['ingest'],
  summary: `Tells what accounts, users and objects are and do: 1 to ${MAX_SIGNALS} signals, as a list or one a line. What is wrong with one is said and leaves the others alone.`,
  body: z.object({ signals: z.array(SignalSchema).min(1).max(MAX_SIGNALS) }).meta({ examples: [EXAMPLE] }),
  bodyTypes: ['application/json', 'application/x-ndjson'],
  readBody: (bytes, contentType) => ({ signals: readSignals(decodeText(bytes), contentType) }),
  answer: z.object({ accepted: z.number(), rejected: z.array(z.object({ index: z.number(), errors: z.array(FieldError) })) }),
  idempotent: true,
  run: (ctx, { body }) => recordSignals(ctx, body),
});
