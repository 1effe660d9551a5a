import { type ZodType, z } from 'zod';
import { PageInput } from '#lib/page.ts';

/** The query of a list. */
export const PageQuery = z.object(PageInput);

/** A page of a list, as every list answers. */
export const pageOf = <T>(row: ZodType<T>) => z.object({ data: z.array(row), next_cursor: z.string().nullable() });

/** An instant in an answer. */
export const InstantText = z.string().describe('An instant in UTC: 2026-07-04T22:00:00.000Z');
