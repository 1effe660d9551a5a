import { expect, test } from 'vitest';
import { csvResponse } from './csv-response.ts';

async function* lines(...texts: (string | Error)[]) {
  for (const text of texts) {
    if (text instanceof Error) throw text;
    yield text;
  }
}

test('lines come as a download, in their order', async () => {
  const response = await csvResponse(lines('a,b\r\n', '1,é\r\n'), 'marked.csv');
  expect(await response.text()).toBe('a,b\r\n1,é\r\n');
  expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(response.headers.get('content-disposition')).toBe('attachment; filename="marked.csv"');
});

test('nothing is read ahead of whoever reads', async () => {
  const read: number[] = [];
  async function* counted() {
    for (let i = 0; i < 1_000; i++) {
      read.push(i);
      yield `${i}\r\n`;
    }
  }
  const response = await csvResponse(counted(), 'marked.csv');
  await response.body?.cancel();
  expect(read.length).toBeLessThan(10);
});

test('what fails before the first line is an answer of its own, what fails later breaks the download off', async () => {
  await expect(csvResponse(lines(new Error('forbidden')), 'marked.csv')).rejects.toThrow('forbidden');
  const response = await csvResponse(lines('a\r\n', new Error('the database is away')), 'marked.csv');
  await expect(response.text()).rejects.toThrow();
});
