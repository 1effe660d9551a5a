import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { env } from '#lib/env.ts';
import { ROLES } from './rules/permissions.ts';

const Demo = z.object({
  workspace: z.string(),
  people: z.array(z.object({ email: z.string(), password: z.string(), role: z.enum(ROLES) })),
});
export type Demo = z.infer<typeof Demo>;

/** The demo's people, whom the sign-in page names; null where this installation has no demo workspace. */
export async function readDemo(): Promise<Demo | null> {
  const { DEMO_FILE } = env();
  if (DEMO_FILE === undefined) return null;
  try {
    return Demo.parse(JSON.parse(await readFile(DEMO_FILE, 'utf8')));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
