import { AppError } from '#lib/errors.ts';
import { NOT_PLAIN, unkeepablePath } from '#lib/rules/plain-text.ts';

/** The query of an address as an object; what is named several times is a list. AppError `invalid` for text that nothing can be stored under. */
export function queryValues({ searchParams }: URL): Record<string, string | string[]> {
  const names = new Set(searchParams.keys());
  const values = Object.fromEntries(
    [...names].map((name) => {
      const [first = '', ...more] = searchParams.getAll(name);
      return [name, more.length === 0 ? first : [first, ...more]];
    }),
  );
  refuseUnkeepable(values);
  return values;
}

/** AppError `invalid` where `value` holds NUL or half a character. */
export function refuseUnkeepable(value: unknown): void {
  const path = unkeepablePath(value);
  if (path === null) return;
  throw new AppError('invalid', 'The input was refused and nothing was changed. See errors.', {
    fields: [{ path, message: NOT_PLAIN }],
  });
}
