import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { type ApiDocument, apiReference } from './api-reference.ts';
import { curlOf } from './curl-of.ts';
import { openApiDocument } from './open-api.ts';
import { documentedOperations } from './operations/documented-operations.ts';

const document = openApiDocument(documentedOperations, 'https://perennial.example/') as ApiDocument;
const operations = apiReference(document).flatMap((group) => group.operations);

test('every operation stands under one heading, and every heading has one', () => {
  expect(operations.map(({ id }) => id).sort()).toEqual(documentedOperations.map(({ id }) => id).sort());
  for (const { name, operations } of apiReference(document)) expect([name, operations.length > 0]).toEqual([name, true]);
});

test('every body has an example', () => {
  expect(operations.filter(({ body }) => body && body.example === undefined).map(({ id }) => id)).toEqual([]);
});

test.each(operations)('the line of $id calls it, with its key where it belongs', ({ curl, method, path, key, body }) => {
  const words = wordsOf(curl);
  const url = new URL(words.find((word) => word.startsWith('https://')) ?? '');
  expect(url.origin).toBe('https://perennial.example');
  expect(decodeURIComponent(url.pathname).split('/')).toHaveLength(path.split('/').length);
  const given = words.includes('--json') ? JSON.parse(words[words.indexOf('--json') + 1] ?? '') : undefined;
  expect(given).toEqual(body?.example);
  expect(words.includes('-X') ? words[words.indexOf('-X') + 1] : given ? 'POST' : 'GET').toBe(method);
  if (key.in === 'query') expect(url.searchParams.get('sdr_s')).toBe('YOUR_SERVICE_ID');
  else expect(words[words.indexOf('-H') + 1]).toMatch(/^(Authorization: Bearer|app-token:|X-Write-Key:) YOUR_KEY$/);
});

test('what stands in an example reaches the shell as it is', () => {
  const key = { type: 'http', description: '' } as const;
  const body = { text: `it's "$HOME" \\ \`date\`` };
  expect(JSON.parse(wordsOf(curlOf('https://a.example', { method: 'POST', path: '/x', parameters: [], key, body })).at(-1) ?? '')).toEqual(
    body,
  );
});

/** The words of a line as the shell reads them. */
function wordsOf(line: string): string[] {
  const shown = line.replace(/^curl /, "printf '%s\\0' ");
  return execFileSync('sh', ['-c', shown], { encoding: 'utf8' }).split('\0').slice(0, -1);
}
