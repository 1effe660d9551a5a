import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { testDatabase } from '#db/testing/test-database.ts';
import { testWorkspace } from '#db/testing/workspaces.ts';
import { createCollection } from '#lib/entities/create-collection.ts';
import { getPolicies } from '#lib/retention/get-policies.ts';
import { commandLine } from './command-line.ts';

testDatabase();

const folder = mkdtempSync(path.join(tmpdir(), 'policies-'));

function fileOf(text: string): string {
  const file = path.join(folder, `${Math.abs(text.length)}-${text.slice(0, 8).replace(/\W/g, '')}.yaml`);
  writeFileSync(file, text);
  return file;
}

async function retention(...args: string[]) {
  const [out, err]: [string[], string[]] = [[], []];
  const status = await commandLine(args, { out: (t) => out.push(t), err: (t) => err.push(t) });
  return { status, out: out.join('\n'), err: err.join('\n') };
}

test('what one workspace says applies to another, and is shown before it is applied', async () => {
  const [first, second] = [await testWorkspace(), await testWorkspace()];
  for (const { ctx } of [first, second]) await createCollection(ctx, { collection: 'licenses' });
  const wanted = fileOf('accounts: 90\ncollections:\n  licenses: 30\n');
  expect(await retention('policies', 'set', wanted, '--workspace', first.slug, '--yes')).toMatchObject({ status: 0, err: '' });
  const exported = fileOf((await retention('policies', 'get', '--workspace', first.slug)).out);
  const shown = await retention('policies', 'set', exported, '--workspace', second.slug, '--json');
  expect(JSON.parse(shown.out)).toMatchObject({
    changes: [
      { kind: 'accounts', from: null, to: 90 },
      { kind: 'licenses', from: 'inherit', to: 30 },
    ],
    applied: false,
  });
  expect(await getPolicies(second.ctx, {})).toMatchObject({ accounts: null });
  const applied = await retention('policies', 'set', exported, '--workspace', second.slug, '--yes');
  expect(applied.out).toContain('accounts: Never → 90 days\nlicenses: Inherit → 30 days\n');
  expect(await getPolicies(second.ctx, {})).toMatchObject({ accounts: 90, collections: { licenses: 30 }, free_accounts: 60 });
  expect(await retention('policies', 'diff', exported, '--workspace', second.slug)).toMatchObject({ status: 0, out: 'Nothing differs.' });
});

test.each([
  ['zero', 'accounts: 0'],
  ['less than zero', 'accounts: -1'],
  ['a fraction', 'accounts: 1.5'],
  ['too many', 'users: 3651'],
  ['far too many', 'free_accounts: 1e9'],
  ['no number', 'accounts: .nan'],
  ['true', 'accounts: true'],
  ['text', 'users: "30"'],
  ['nothing', 'accounts: ""'],
  ['an unknown kind', 'accountz: 30'],
  ['accounts that inherit', 'accounts: inherit'],
  ['null for collections', 'collections: null'],
  ['an unknown collection', 'collections: { deals: 30 }'],
  ['a collection that is none', 'collections: { __proto__: 30 }'],
  ['no YAML', 'accounts: [1'],
  ['a list', '- accounts'],
])('%s is refused with exit status 2 and nothing changes', async (_, text) => {
  const { slug, ctx } = await testWorkspace();
  const before = await getPolicies(ctx, {});
  const refused = await retention('policies', 'set', fileOf(text), '--workspace', slug, '--yes');
  expect(refused).toMatchObject({ status: 2, out: '' });
  expect(refused.err.split('\n')).toHaveLength(1);
  expect(await getPolicies(ctx, {})).toEqual(before);
});
