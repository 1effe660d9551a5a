import { isPlainText } from '#lib/rules/plain-text.ts';
import type { FieldError } from '#lib/rules/read-by-schema.ts';
import { sampleOf } from './sample.ts';
import { MAX_NAME } from './text.ts';

/** What sent something: our own interface, or a client that people run already. */
export const INGEST_SOURCES = ['signals', 'segment', 'segment_browser', 'rudderstack', 'jitsu', 'totango'] as const;
export type IngestSource = (typeof INGEST_SOURCES)[number];

/** Why something was kept out: it was at fault, or no account was known of its user. */
export type RefusalKind = 'refused' | 'unattributed';

/** How long what came is remembered, by the machine's clock. */
export const HEALTH_KEPT_MS = 7 * 24 * 3_600_000;

/** One that was kept out, as it was sent; the first error is its reason. */
export type Refusal = { kind: RefusalKind; errors: readonly FieldError[]; sent: unknown; account?: unknown };

/** A reason, how often it was given in one request, and the last that it was given for. */
export type Reason = {
  kind: RefusalKind;
  field: string;
  message: string;
  path: string;
  times: number;
  account: string | null;
  sample: unknown;
};

const LONGEST_PATH = 300;

/** The reasons of `refusals`, each once, in the order in which they are stored. */
export function reasonsOf(refusals: readonly Refusal[]): Reason[] {
  const last = new Map<string, { refusal: Refusal; times: number }>();
  for (const refusal of refusals) {
    const key = keyOf(refusal);
    last.set(key, { refusal, times: (last.get(key)?.times ?? 0) + 1 });
  }
  return [...last].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, { refusal, times }]) => ({ ...reasonOf(refusal), times }));
}

function keyOf(refusal: Refusal): string {
  const { path, message } = errorOf(refusal);
  return [refusal.kind, rootOf(path), message].join('\0');
}

function reasonOf(refusal: Refusal): Omit<Reason, 'times'> {
  const { path, message } = errorOf(refusal);
  const { account } = refusal;
  return {
    kind: refusal.kind,
    field: rootOf(path),
    message,
    path: storable(path.slice(0, LONGEST_PATH)),
    account: typeof account === 'string' && account !== '' && account.length <= MAX_NAME && isPlainText(account) ? account : null,
    sample: sampleOf(refusal.sent),
  };
}

const errorOf = ({ errors }: Refusal): FieldError => errors[0] ?? { path: '', message: 'It could not be used.' };

/** `attributes` of `attributes.plan`: what a reason has in common with others is counted with them. A client's own field may have any length,
 *  and what is counted under it has to fit a key. */
function rootOf(path: string): string {
  return /^\w{0,80}/.exec(path)?.[0] ?? '';
}

function storable(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\ufffd');
}
