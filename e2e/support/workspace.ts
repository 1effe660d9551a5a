import { retention } from './retention.ts';

export type Role = 'global_admin' | 'advanced' | 'member';
export type Person = { email: string; password: string; name: string };
export type TestWorkspace = { slug: string; apiKey: string; people: Record<Role, Person> };

const PASSWORD = 'correct horse battery';

/** A workspace of this test alone on a test clock, with a person of every role. */
export function workspace(name: string, { now = '2026-07-01T09:00:00Z' }: { now?: string } = {}): TestWorkspace {
  const made = retention('workspace', 'create', '--name', name, '--test-clock', now);
  const slug: string = made.workspace;
  const join = (role: Role, first: string): Person => {
    const email = `${first}@${slug}.example`;
    retention('user', 'create', '--email', email, '--password', PASSWORD, '--workspace', slug, '--role', role);
    return { email, password: PASSWORD, name: first };
  };
  const people = { global_admin: join('global_admin', 'dana'), advanced: join('advanced', 'jonas'), member: join('member', 'mia') };
  return { slug, apiKey: made.api_key, people };
}
