import { z } from 'zod';

/** Longest identifier, attribute name, module and activity, in characters: four bytes each, they still fit an index. */
export const MAX_NAME = 255;

const ILL_FORMED = 'Send text without NUL and without half of a surrogate pair.';

/** Whether the database can keep `text` as it is: no NUL, no lone surrogate. */
export function isStorable(text: string): boolean {
  return text.isWellFormed() && !text.includes('\0');
}

/** Whether `text` has more than `MAX_NAME` characters; one outside the basic plane counts once. */
export function isTooLong(text: string): boolean {
  return text.length > MAX_NAME && [...text].length > MAX_NAME;
}

/** Text of any length. */
export const Text = z.string('Send text.').refine(isStorable, ILL_FORMED);

const IDENTIFIER = `Send a text of 1 to ${MAX_NAME} characters.`;
/** The sender's own name for an account, user, object, collection, task or activity. */
export const Identifier = z
  .string(IDENTIFIER)
  .refine((text) => text !== '' && !isTooLong(text), { message: IDENTIFIER, abort: true })
  .refine(isStorable, ILL_FORMED);

/** An identifier that may be left out; blank says the same as nothing. */
export const OptionalName = z
  .string(`Send a text of at most ${MAX_NAME} characters.`)
  .refine((text) => !isTooLong(text), { message: `Send a text of at most ${MAX_NAME} characters.`, abort: true })
  .refine(isStorable, ILL_FORMED)
  .nullish()
  .transform((text) => text ?? '');
