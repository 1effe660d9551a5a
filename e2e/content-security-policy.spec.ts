import { expect, test } from '@playwright/test';

test('a page runs only what its own nonce allows, and a nonce is used once', async ({ page, request }) => {
  const violations: string[] = [];
  page.on('console', (message) => message.text().includes('Content Security Policy') && violations.push(message.text()));
  const response = await page.goto('/sign-in');
  const policy = response?.headers()['content-security-policy'] ?? '';
  expect(policy).toMatch(/script-src 'self' 'nonce-[^']+' 'strict-dynamic';/);
  expect(policy).not.toMatch(/script-src[^;]*unsafe/);
  expect((await request.get('/sign-in')).headers()['content-security-policy']).not.toBe(policy);
  await page.waitForLoadState('networkidle');
  expect(violations).toEqual([]);
});

test('what programs send does not pass through the proxy of pages, which would cut a body at 10 MB', async ({ request }) => {
  for (const path of ['/api/health', '/api/v1/signals', '/v1/batch', '/pixel.gif', '/pixel.gif/', '/metrics']) {
    expect((await request.get(path, { maxRedirects: 0 })).headers(), path).not.toHaveProperty('content-security-policy');
  }
  expect((await request.get('/metrics-of-a-workspace', { maxRedirects: 0 })).headers()).toHaveProperty('content-security-policy');
});

test('every answer says that it is no script, no frame, and nobody’s referrer', async ({ request }) => {
  for (const path of ['/sign-in', '/api/health']) {
    expect((await request.get(path)).headers(), path).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'strict-origin-when-cross-origin',
    });
  }
});
