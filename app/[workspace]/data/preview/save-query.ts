import { z } from 'zod';

/** `?save=` is the body of a save, as JSON. */
export const SaveQuery = z.object({ save: z.string().transform(readJson), forecast: z.literal('1').optional() });

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
