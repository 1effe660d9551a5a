import http from 'node:http';
import net, { type AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { refusedRoute } from './refused-route.ts';
import { turnAside, turnAsideUnreadable } from './turn-aside.ts';

const seen = (method: string, url: string) => {
  const request = { method, url };
  turnAside(request);
  return `${request.method} ${request.url}`;
};

test.each(['/', '/api/v1/accounts/a%2Fb?q=%E0%A4%A', '/api/v1/accounts?q=%', '/%F0%9F%8C%B1', 'http://perennial.example/api/v1/accounts'])(
  '%s can be read and is left alone',
  (url) => {
    expect(seen('GET', url)).toBe(`GET ${url}`);
    expect(seen('DELETE', url)).toBe(`DELETE ${url}`);
  },
);

test.each(['/api/v1/accounts/%E0%A4%A', '/%', '/%zz', '/%FF?x=1', '/%ED%A0%80', '*', 'api/v1/accounts', ''])(
  '%j cannot be read and is bad input, whatever would be done there',
  async (url) => {
    for (const method of ['GET', 'HEAD', 'PUT']) expect(seen(method, url)).toBe(`${method} /api/refused/address`);
    const answer = await refusedRoute(new Request('http://perennial.example/api/refused/address'));
    expect([answer.status, answer.headers.get('content-type')]).toEqual([400, 'application/problem+json']);
  },
);

test.each(['TRACE', 'PROPFIND', 'PURGE', 'get'])('%s is no method of any path', async (method) => {
  expect(seen(method, '/api/v1/accounts')).toBe('GET /api/refused/method');
  const answer = await refusedRoute(new Request('http://perennial.example/api/refused/method'));
  expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS']);
});

let server: http.Server;
beforeAll(async () => {
  turnAsideUnreadable();
  server = http.createServer((request, response) => response.end(`${request.method} ${request.url}`));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => server.close());

test('a server sees a request after it was turned aside', async () => {
  const { port } = server.address() as AddressInfo;
  const socket = net.connect(port, '127.0.0.1').setEncoding('utf8');
  socket.write(
    'TRACE /sign-in HTTP/1.1\r\nHost: perennial.example\r\n\r\nGET /%E0 HTTP/1.1\r\nHost: perennial.example\r\nConnection: close\r\n\r\n',
  );
  let received = '';
  for await (const text of socket) received += text;
  expect(received.match(/\/api\/refused\/(method|address)/g)).toEqual(['/api/refused/method', '/api/refused/address']);
});
