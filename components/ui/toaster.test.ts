import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, it } from 'vitest';

it("lets the toasts' styles through the content security policy, and no others", () => {
  const source = readFileSync(
    createRequire(import.meta.url)
      .resolve('sonner')
      .replace(/index\.js$/, 'index.mjs'),
    'utf8',
  );
  const styles = JSON.parse(source.match(/__insertCSS\((".*")\);/)?.[1] ?? '""');
  expect(styles).toContain('[data-sonner-toast]');
  const policy = readFileSync(new URL('../../proxy.ts', import.meta.url), 'utf8');
  expect(policy.match(/'sha256-[^']+'/g)).toEqual([hash(''), hash(styles)]);
});

function hash(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
