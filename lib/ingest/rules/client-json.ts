import { type Fields, fieldsOf } from './client-fields.ts';

/** A client's body as an object; null where it is no JSON in UTF-8, or none of an object. Identifiers that are numbers too long for a JavaScript
 *  number keep all their digits, as text: two of them must not become one. */
export function parseClientBody(bytes: Uint8Array): Fields | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return fieldsOf(/\d{16}/.test(text) ? JSON.parse(text, keepDigits) : JSON.parse(text));
  } catch {
    return null;
  }
}

const IDENTIFIERS = new Set(['userId', 'groupId', 'messageId', 'account_id', 'user_id', 'id']);

function keepDigits(name: string, value: unknown, context?: { source?: string }): unknown {
  return typeof value === 'number' && IDENTIFIERS.has(name) && !Number.isSafeInteger(value) ? (context?.source ?? value) : value;
}
