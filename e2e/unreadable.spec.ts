import http from 'node:http';
import { expect, test } from '@playwright/test';

type Told = { status: number | undefined; type: string | undefined; requestId: boolean };

/** What is answered to a request whose address nothing in between puts right. */
function ask(host: string, method: string, path: string): Promise<Told> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(host);
    const request = http.request({ hostname, port, method, path }, (response) => {
      const { statusCode, headers } = response.resume();
      resolve({ status: statusCode, type: headers['content-type'], requestId: headers['x-request-id'] !== undefined });
    });
    request.on('error', reject).end();
  });
}

const told = (status: number): Told => ({ status, type: 'application/problem+json', requestId: true });

test('an address that cannot be decoded is bad input, for pages too', async ({ baseURL }) => {
  for (const path of ['/api/v1/accounts/%E0%A4%A', '/api/v1/holds/accounts/%FF', '/v1/%zz', '/%', '*'])
    expect([path, await ask(baseURL ?? '', 'GET', path)]).toEqual([path, told(400)]);
});

test('a method that nothing takes is not allowed, anywhere', async ({ baseURL }) => {
  for (const method of ['TRACE', 'PROPFIND'])
    for (const path of ['/api/v1/accounts', '/v1/batch', '/pixel.gif', '/sign-in', '/'])
      expect([method, path, await ask(baseURL ?? '', method, path)]).toEqual([method, path, told(405)]);
});

test('what the interface does not have is not found, its own root included', async ({ baseURL }) => {
  for (const path of ['/api', '/api/', '/api/v1', '/api/v1/nothing', '/v1'])
    expect([path, await ask(baseURL ?? '', 'GET', path)]).toEqual([path, told(404)]);
});
