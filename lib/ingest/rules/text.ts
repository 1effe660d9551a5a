import { z } from 'zod';
import { isPlainText, NOT_PLAIN } from '#lib/rules/plain-text.ts';

/** Longest identifier, attribute name, module and activity, in characters: four bytes each, they still fit an index. */
export const MAX_NAME = 255;

/** Whether `text` has more than `MAX_NAME` characters; one outside the basic plane counts once. */
export function isTooLong(text: string): boolean {
  return text.length > MAX_NAME && [...text].length > MAX_NAME;
}

const IDENTIFIER = `Send a text of 1 to ${MAX_NAME} characters.`;
/** The sender's own name for an account, user, object, collection, task or activity. */
export const Identifier = z
  .string(IDENTIFIER)
  .refine((text) => text !== '' && !isTooLong(text), { message: IDENTIFIER, abort: true })
  .refine(isPlainText, NOT_PLAIN);

/** An identifier that may be left out; blank says the same as nothing. */
export const OptionalName = z
  .string(`Send a text of at most ${MAX_NAME} characters.`)
  .refine((text) => !isTooLong(text), { message: `Send a text of at most ${MAX_NAME} characters.`, abort: true })
  .refine(isPlainText, NOT_PLAIN)
  .nullish()
  .transform((text) => text ?? '');
