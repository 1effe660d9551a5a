import { afterEach, expect, vi } from 'vitest';
import { unboundReferences } from './unbound-references.ts';

/** Set up for every database test: fails the one in which the application sends a statement over a distributed table that names no workspace. Each text is looked at once. */
const seen = new Map<string, string[]>();
let found: string[] = [];

vi.mock('postgres', async (original) => {
  const { default: connect } = await original<{ default: typeof import('postgres') }>();
  const spied = (url: never, options: never) => connect(url, watched(options));
  return { default: Object.assign(spied, connect) };
});

afterEach(() => {
  const unbound = found;
  found = [];
  expect(unbound, 'statements over distributed tables without a workspace').toEqual([]);
});

type Options = { connection?: { application_name?: string } };

function watched(options: Options | undefined): never {
  if (options?.connection?.application_name !== 'perennial') return options as never;
  const debug = (_: number, statement: string) => {
    const references = seen.get(statement) ?? unboundReferences(statement);
    seen.set(statement, references);
    for (const reference of references) found.push(`${reference}: ${statement.replace(/\s+/g, ' ').slice(0, 400)}`);
  };
  return { ...options, debug } as never;
}
