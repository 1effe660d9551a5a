import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '..');

const walls: [file: string, imported: string, verdict: 'banned' | 'allowed'][] = [
  ['lib/retention/rules/a.ts', '#lib/time.ts', 'allowed'],
  ['lib/retention/rules/b.ts', 'zod', 'allowed'],
  ['lib/retention/rules/c.ts', './policy.ts', 'allowed'],
  ['lib/retention/rules/d.ts', '#lib/ingest/rules/day.ts', 'allowed'],
  ['lib/retention/rules/e.ts', '#db/client.ts', 'banned'],
  ['lib/retention/rules/f.ts', '#lib/env.ts', 'banned'],
  ['lib/retention/rules/g.ts', '../save-policies.ts', 'banned'],
  ['lib/retention/rules/h.ts', 'node:fs', 'banned'],
  ['lib/retention/i.ts', '#db/client.ts', 'allowed'],
  ['lib/retention/j.ts', 'drizzle-orm/pg-core', 'banned'],
  ['lib/retention/k.ts', 'postgres', 'banned'],
  ['lib/retention/l.ts', 'next/headers', 'banned'],
  ['lib/retention/m.ts', 'react', 'banned'],
  ['lib/retention/n.ts', 'next-auth/jwt', 'banned'],
  ['lib/retention/o.ts', '#lib/web/session.ts', 'banned'],
  ['lib/retention/p.ts', '../../app/page.tsx', 'banned'],
  ['lib/auth/a.ts', 'next-auth/jwt', 'allowed'],
  ['lib/web/a.ts', 'next/headers', 'allowed'],
  ['lib/web/b.ts', '#db/client.ts', 'banned'],
  ['db/engine/a.ts', 'drizzle-orm', 'allowed'],
  ['db/engine/b.ts', '#lib/retention/rules/plan.ts', 'allowed'],
  ['db/engine/c.ts', '#lib/retention/save-policies.ts', 'banned'],
  ['db/engine/d.ts', 'react', 'banned'],
  ['app/a.tsx', '#lib/retention/save-policies.ts', 'allowed'],
  ['app/b.tsx', '#db/client.ts', 'banned'],
  ['app/c.tsx', '@/scripts/demo.ts', 'banned'],
  ['components/a.tsx', '@/app/page.tsx', 'banned'],
  ['components/b.tsx', '#db/client.ts', 'banned'],
  ['worker/tasks/a.ts', 'drizzle-orm', 'banned'],
  ['worker/tasks/b.ts', '@/app/page.tsx', 'banned'],
  ['scripts/a.ts', '#worker/main.ts', 'banned'],
  ['scripts/b.ts', '../worker/main.ts', 'banned'],
];

describe('the linter holds the house’s walls', () => {
  const house = fs.mkdtempSync(path.join(os.tmpdir(), 'house-'));
  const found = new Map<string, string[]>();

  beforeAll(() => {
    const { $schema: _, vcs: __, ...rules } = JSON.parse(fs.readFileSync(path.join(root, 'biome.json'), 'utf8'));
    write('biome.json', JSON.stringify(rules));
    for (const [file, imported] of walls) write(file, `import '${imported}';\n`);
    write('lib/long.ts', `${'export {};\n'.repeat(251)}`);
    write('lib/short.ts', `${'export {};\n'.repeat(250)}`);
    write('lib/hen.ts', "import { egg } from './egg.ts';\n\nexport const hen = () => egg;\n");
    write('lib/egg.ts', "import { hen } from './hen.ts';\n\nexport const egg = () => hen;\n");
    write('lib/any.ts', 'export const anything: any = 1;\n');
    write('lib/setting.ts', 'export const home = process.env.HOME;\n');
    const biome = path.join(root, 'node_modules/@biomejs/biome/bin/biome');
    const { stdout } = spawnSync(process.execPath, [biome, 'lint', '--reporter=json', '--max-diagnostics=none'], {
      cwd: house,
      encoding: 'utf8',
    });
    for (const { category, location } of JSON.parse(stdout).diagnostics) {
      found.set(location.path, [...(found.get(location.path) ?? []), category]);
    }
  });
  afterAll(() => fs.rmSync(house, { recursive: true, force: true }));

  it.each(walls)('%s imports %s: %s', (file, _, verdict) => {
    const banned = found.get(file)?.includes('lint/style/noRestrictedImports') ?? false;
    expect(banned ? 'banned' : 'allowed').toBe(verdict);
  });

  it('finds a file of more than 250 lines', () => {
    expect(found.get('lib/long.ts')).toContain('lint/style/noExcessiveLinesPerFile');
    expect(found.get('lib/short.ts') ?? []).not.toContain('lint/style/noExcessiveLinesPerFile');
  });

  it('finds imports in a circle, `any`, and settings read past lib/env', () => {
    expect(found.get('lib/egg.ts')).toContain('lint/suspicious/noImportCycles');
    expect(found.get('lib/any.ts')).toContain('lint/suspicious/noExplicitAny');
    expect(found.get('lib/setting.ts')).toContain('lint/style/noProcessEnv');
  });

  function write(file: string, content: string): void {
    fs.mkdirSync(path.dirname(path.join(house, file)), { recursive: true });
    fs.writeFileSync(path.join(house, file), content);
  }
});
