import { expect, test, vi } from 'vitest';
import { z } from 'zod';
import { apiRoute } from './api-route.ts';
import { operation } from './operation.ts';

vi.stubEnv('DATABASE_URL', 'postgres://nobody@127.0.0.1:1/nothing');

test('with the database away it is 503 and says when to come again', async () => {
  const { GET } = apiRoute(
    operation({
      id: 'test',
      method: 'GET',
      path: '/api/v1/audit',
      scope: ['read'],
      summary: 'Only here.',
      answer: z.string(),
      run: async () => '',
    }),
  );
  const response = await GET(new Request('http://perennial.example/api/v1/audit', { headers: { authorization: 'Bearer pk_any' } }));
  expect(response.status).toBe(503);
  expect(response.headers.get('retry-after')).toBe('2');
  expect(response.headers.get('content-type')).toBe('application/problem+json');
});
