import { z } from 'zod';

/** Whether PostgreSQL can keep this text: no NUL, no lone surrogate. */
export function isPlainText(text: string): boolean {
  return text.isWellFormed() && !text.includes('\0');
}

/** The path of the first text in `value`, keys included, that cannot be kept: `signals[3].account`; null where all can. */
export function unkeepablePath(value: unknown, path = ''): string | null {
  if (typeof value === 'string') return isPlainText(value) ? null : path;
  if (typeof value !== 'object' || value === null) return null;
  for (const [key, inner] of Object.entries(value)) {
    const here = Array.isArray(value) ? `${path}[${key}]` : `${path}${path === '' ? '' : '.'}${key}`;
    if (!Array.isArray(value) && !isPlainText(key)) return path;
    const found = unkeepablePath(inner, here);
    if (found !== null) return found;
  }
  return null;
}

export const NOT_PLAIN = 'Send text without NUL and without half of a surrogate pair.';

/** Text of any length that can be kept. */
export const PlainText = z.string('Send text.').refine(isPlainText, NOT_PLAIN);
