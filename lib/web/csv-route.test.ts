import { expect, test } from 'vitest';
import { csvResponse } from './csv-route.ts';

const AS = { name: 'marked', requestId: '01890000-0000-7000-8000-000000000000' };

async function* lines(...texts: (string | Error)[]) {
  for (const text of texts) {
    if (text instanceof Error) throw text;
    yield text;
  }
}

test('lines come as a download, in their order', async () => {
  const response = await csvResponse(lines('a,b\r\n', '1,é\r\n'), AS);
  expect(await response.text()).toBe('a,b\r\n1,é\r\n');
  expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(response.headers.get('content-disposition')).toBe('attachment; filename="marked.csv"');
  expect(response.headers.get('x-request-id')).toBe(AS.requestId);
});

test('nothing is read ahead of whoever reads', async () => {
  const read: number[] = [];
  async function* counted() {
    for (let i = 0; i < 1_000; i++) {
      read.push(i);
      yield `${i}\r\n`;
    }
  }
  const response = await csvResponse(counted(), AS);
  await response.body?.cancel();
  expect(read.length).toBeLessThan(10);
});

test('what fails before the first line is an answer of its own, what fails later breaks the download off', async () => {
  await expect(csvResponse(lines(new Error('forbidden')), AS)).rejects.toThrow('forbidden');
  const response = await csvResponse(lines('a\r\n', new Error('the database is away')), AS);
  await expect(response.text()).rejects.toThrow();
});
