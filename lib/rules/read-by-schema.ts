import type { core, ZodType } from 'zod';

/** What is at fault in a field of the input: `signals[3].account`. */
export type FieldError = { path: string; message: string };

/** What `schema` reads in `input`, or what is at fault in it, field by field. Whoever sent it reads these words: they say what to send. */
export function readBySchema<T>(schema: ZodType<T>, input: unknown): { data: T; faults: null } | { data: null; faults: FieldError[] } {
  const read = schema.safeParse(input, { error: words });
  if (read.success) return { data: read.data, faults: null };
  return { data: null, faults: read.error.issues.map(({ path, message }) => ({ path: pathText(path), message })) };
}

/** `signals[3].account`. */
function pathText(path: readonly PropertyKey[]): string {
  return path.map((part, i) => (typeof part === 'number' ? `[${part}]` : `${i === 0 ? '' : '.'}${String(part)}`)).join('');
}

/** For whatever a schema refuses without words of its own. */
function words(issue: core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return wordsOfType(issue.expected, issue.input);
    case 'invalid_value':
      return `Send ${list(issue.values.map((value) => JSON.stringify(value)))}.`;
    case 'unrecognized_keys':
      return `Leave out ${issue.keys
        .slice(0, 20)
        .map((key) => JSON.stringify(key))
        .join(', ')}: there is nothing of that name.`;
    case 'too_small':
      return `Send ${quantity(issue.origin, `at least ${issue.minimum}`)}.`;
    case 'too_big':
      return `Send ${quantity(issue.origin, `at most ${issue.maximum}`)}.`;
    default:
      return 'Send it in a form that /docs shows.';
  }
}

function wordsOfType(expected: string, input: unknown): string {
  const wanted = NAMES[expected] ?? 'a value';
  if (input === undefined) return `This is missing: send ${wanted}.`;
  const sent = NAMES[Array.isArray(input) ? 'array' : input === null ? 'null' : typeof input] ?? 'what was sent';
  return wanted === sent ? `Send ${wanted} that is finite.` : `Send ${wanted}, not ${sent}.`;
}

const NAMES: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
  null: 'null',
};

function quantity(origin: string, count: string): string {
  if (origin === 'string') return `text of ${count} characters`;
  return origin === 'array' ? `a list of ${count}` : `a number of ${count}`;
}

const list = (said: readonly string[]) => new Intl.ListFormat('en', { type: 'disjunction' }).format(said.slice(0, 20));
