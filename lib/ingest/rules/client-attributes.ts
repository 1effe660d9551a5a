import { numberIn } from './attributes.ts';
import { type Fields, fieldsOf } from './client-fields.ts';

/** What clients of others call the contract status and value of an account, unless a workspace says otherwise. */
export const DEFAULT_STATUS_NAMES = ['contract_status', 'Contract Status', 'Status', 'status'];
export const DEFAULT_VALUE_NAMES = ['contract_value', 'Contract Value', 'Value', 'value'];

export type ClientNames = { statusNames: readonly string[]; valueNames: readonly string[] };

/** An account's attributes, as a client calls them, by the platform's names. The first name of a list whose value can be a contract status,
 *  or contract value, is it; what cannot stays an attribute of its own. What is no object at all stays what it is, to be refused. */
export function accountAttributes(sent: unknown, { statusNames, valueNames }: ClientNames): unknown {
  const traits = fieldsOf(sent);
  if (traits === null) return sent;
  const attributes = attributesIn(traits);
  rename(attributes, nameOf(traits, statusNames, isText), 'contract_status');
  rename(attributes, nameOf(traits, valueNames, isNumber), 'contract_value');
  return Object.fromEntries(attributes);
}

/** A user's attributes, as a client calls them. */
export function userAttributes(sent: unknown): unknown {
  const traits = fieldsOf(sent);
  return traits === null ? sent : Object.fromEntries(attributesIn(traits));
}

/** Names and identifiers that clients send as numbers are text here. */
const TEXTUAL = new Set(['name', 'parent']);

function attributesIn(traits: Fields): Map<string, unknown> {
  return new Map(
    Object.entries(traits).map(([name, value]) => [name, TEXTUAL.has(name) && typeof value === 'number' ? String(value) : value]),
  );
}

/** Null takes something away only where no other name of the list says what it is. */
function nameOf(traits: Fields, names: readonly string[], fits: (value: unknown) => boolean): string | undefined {
  const sent = names.filter((name) => Object.hasOwn(traits, name));
  return sent.find((name) => fits(traits[name])) ?? sent.find((name) => traits[name] === null);
}

const isText = (value: unknown) => typeof value === 'string';
const isNumber = (value: unknown) => Number.isFinite(typeof value === 'string' ? numberIn(value) : value);

function rename(attributes: Map<string, unknown>, from: string | undefined, to: string): void {
  if (from === undefined || !attributes.has(from)) return;
  const value = attributes.get(from);
  attributes.delete(from);
  attributes.set(to, value);
}
