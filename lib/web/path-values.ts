import { AppError } from '#lib/errors.ts';
import { refuseUnkeepable } from './query-values.ts';

/** The named parts of an address by its template, `/api/v1/accounts/{account}`, percent-decoded one by one, so that a part may hold a slash. */
export function pathValues(template: string, { pathname }: URL): Record<string, string> {
  const given = pathname.split('/');
  const named = template.split('/').flatMap((part, i) => {
    const name = /^\{(\w+)\}$/.exec(part)?.[1];
    return name === undefined ? [] : [[name, decode(given[i] ?? '')] as const];
  });
  const values = Object.fromEntries(named);
  refuseUnkeepable(values);
  return values;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw new AppError('malformed', 'The address has a percent sign that is not followed by two hexadecimal digits of UTF-8.');
  }
}
