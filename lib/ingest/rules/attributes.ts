import { UNKNOWN_STATUS } from '#lib/retention/rules/lifecycle.ts';
import { isPlainText, NOT_PLAIN } from '#lib/rules/plain-text.ts';
import { isTooLong, MAX_NAME } from './text.ts';

export const MAX_ATTRIBUTES = 500;
export const MAX_VALUE_BYTES = 32 * 1024;
export const MAX_LEVELS = 8;

/** What a signal says of an entity. A field that is absent was not sent. */
export type Attributes = {
  name?: string | null;
  contractStatus?: string;
  contractValue?: number | null;
  /** The sender's identifier of the account above; null takes it away. */
  parent?: string | null;
  /** The sender's own attributes: the value as JSON text, null where it is taken away. */
  own: ReadonlyMap<string, string | null>;
};

const NAME_NOT_PLAIN = NOT_PLAIN.replace('text', 'attribute names');

type AttributeError = { name: string | null; message: string };

export const NO_ATTRIBUTES: Attributes = { own: new Map() };

/** What attributes are sent for: an account, a user or object, of which the platform knows the name alone, or a touchpoint or task, of which
 *  it knows none. */
export type Carrier = 'account' | 'member' | 'activity';

/** Reads attributes as they were sent for `of`. */
export function readAttributes(sent: unknown, of: Carrier): Attributes | AttributeError[] {
  if (sent === undefined || sent === null) return NO_ATTRIBUTES;
  if (typeof sent !== 'object' || Array.isArray(sent)) return [{ name: null, message: 'Send an object of attributes.' }];
  const entries = Object.entries(sent).filter(([, value]) => value !== undefined);
  if (entries.length > MAX_ATTRIBUTES) return [{ name: null, message: `Send at most ${MAX_ATTRIBUTES} attributes a signal.` }];
  const own = new Map<string, string | null>();
  const attributes: Attributes = { own };
  const errors: AttributeError[] = [];
  for (const [name, value] of entries) {
    const known = KNOWN[of].get(name);
    const message = faultOfName(name) ?? (known === undefined ? keep(own, name, value) : known(attributes, value));
    if (message !== null) errors.push({ name, message });
  }
  return errors.length > 0 ? errors : attributes;
}

/** Takes a known attribute over; a message where its value is refused. */
type Take = (attributes: Attributes, value: unknown) => string | null;

const KNOWN: Record<Carrier, ReadonlyMap<string, Take>> = {
  account: new Map<string, Take>([
    ['name', takeName],
    ['contract_status', takeStatus],
    ['contract_value', takeValue],
    ['parent', takeParent],
  ]),
  member: new Map<string, Take>([['name', takeName]]),
  activity: new Map(),
};

function takeName(attributes: Attributes, value: unknown): string | null {
  if (value !== null && typeof value !== 'string') return 'Send the name as text, or null to take it away.';
  attributes.name = value === null || value.trim() === '' ? null : value;
  return value === null ? null : faultOf(value, 0);
}

function takeStatus(attributes: Attributes, value: unknown): string | null {
  if (value !== null && typeof value !== 'string') return 'Send the contract status as text, or null to take it away.';
  attributes.contractStatus = (value ?? '').trim().toLowerCase() || UNKNOWN_STATUS;
  return value === null ? null : faultOf(value, 0);
}

function takeValue(attributes: Attributes, value: unknown): string | null {
  const number = typeof value === 'string' ? numberIn(value) : value;
  if (number !== null && (typeof number !== 'number' || !Number.isFinite(number)))
    return 'Send the contract value as a finite number, or text that is one, or null to take it away.';
  attributes.contractValue = number;
  return null;
}

function takeParent(attributes: Attributes, value: unknown): string | null {
  if (value !== null && (typeof value !== 'string' || value === '' || isTooLong(value) || !isPlainText(value)))
    return `Send the identifier of an account as text of 1 to ${MAX_NAME} characters, or null to take the parent away.`;
  attributes.parent = value;
  return null;
}

/** The number that `text` is, NaN where it is none. */
export function numberIn(text: string): number {
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text.trim()) ? Number(text) : Number.NaN;
}

function keep(own: Map<string, string | null>, name: string, value: unknown): string | null {
  const fault = faultOf(value, 0);
  if (fault !== null) return fault;
  own.set(name, value === null ? null : JSON.stringify(value));
  return null;
}

function faultOfName(name: string): string | null {
  if (isTooLong(name)) return `Send attribute names of at most ${MAX_NAME} characters.`;
  return isPlainText(name) ? null : NAME_NOT_PLAIN;
}

/** What is wrong with a value: its depth is asked before anything walks it to its end. */
function faultOf(value: unknown, levels: number): string | null {
  const fault = faultWithin(value, levels);
  if (fault !== null || value === null) return fault;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length * 3 > MAX_VALUE_BYTES && Buffer.byteLength(text) > MAX_VALUE_BYTES
    ? `Send values of at most ${MAX_VALUE_BYTES / 1024} KiB.`
    : null;
}

function faultWithin(value: unknown, levels: number): string | null {
  if (value === null || typeof value === 'boolean') return null;
  if (typeof value === 'string') return isPlainText(value) ? null : NOT_PLAIN;
  if (typeof value === 'number') return Number.isFinite(value) ? null : 'Send a number that is finite.';
  if (typeof value !== 'object') return 'Send a JSON value.';
  if (levels >= MAX_LEVELS) return `Nest lists and objects at most ${MAX_LEVELS} levels deep.`;
  const inner = Array.isArray(value) ? value : Object.values(value);
  if (!Array.isArray(value)) {
    const name = Object.keys(value).find((key) => !isPlainText(key));
    if (name !== undefined) return NAME_NOT_PLAIN;
  }
  for (const part of inner) {
    const fault = faultWithin(part, levels + 1);
    if (fault !== null) return fault;
  }
  return null;
}
