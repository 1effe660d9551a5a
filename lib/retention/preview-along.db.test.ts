import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RANDOM_NOW, randomWorkspace, writeRandomWorkspace } from '#db/testing/random-workspace.ts';
import { testDatabase } from '#db/testing/test-database.ts';
import type { Context } from '#lib/context.ts';
import { listAccounts } from '#lib/entities/list-accounts.ts';
import { dayOf, nextProcessStart, parseInstant } from '#lib/time.ts';
import { advanceTestClock } from '#lib/workspaces/advance-test-clock.ts';
import { exportPreview } from './export-preview.ts';
import { listMarked } from './list-marked.ts';
import { previewPolicies } from './preview-policies.ts';
import { previewStaying } from './preview-staying.ts';
import { savePolicies } from './save-policies.ts';

testDatabase();

const WORKSPACES = 50;
const next = nextProcessStart(parseInstant(RANDOM_NOW));

test('R10: what a preview and its file say goes along, and what stays, is what the run takes along and leaves, in random workspaces', {
  timeout: 120_000,
}, async () => {
  const seen = { users: 0, objects: 0, sub_accounts: 0, roots: 0, staying: 0 };
  await fc.assert(
    fc.asyncProperty(randomWorkspace, async (random) => {
      const { ctx } = await writeRandomWorkspace(random);
      const patch = Object.fromEntries(Object.entries(random.changes).filter(([, days]) => days !== undefined));
      const { kinds } = await previewPolicies(ctx, { patch, forecast: false });
      const listed = (await Promise.all(['accounts', 'free_accounts'].map((kind) => listOf(ctx, patch, kind)))).flat();
      const { data: staying } = await previewStaying(ctx, { patch });
      await savePolicies(ctx, patch);
      await advanceTestClock(ctx, { to: next });
      const examples = ['accounts', 'free_accounts'].flatMap((kind) => kinds[kind]?.sample ?? []);
      const said = examples.map(({ entity, root, goes_along }) => ({ entity, root, along: root === null ? goes_along : null }));
      expect(said.sort(byEntity)).toEqual((await markedByTheRun(ctx)).sort(byEntity));
      expect(listed).toEqual(
        examples.map(({ entity, root, goes_along: along }) => [entity, root ?? '', along && Object.values(along).join(' ')]),
      );
      expect(staying).toEqual(await activeByStatus(ctx));
      for (const { root, goes_along } of examples) {
        if (root !== null) seen.roots++;
        for (const part of ['users', 'objects', 'sub_accounts'] as const) seen[part] += goes_along?.[part] ?? 0;
      }
      seen.staying += staying.length;
    }),
    { numRuns: WORKSPACES, seed: 20260705 },
  );
  expect(Math.min(...Object.values(seen))).toBeGreaterThanOrEqual(5);
});

/** Each account of the file, with whom it goes and what goes along with it. */
async function listOf(ctx: Context, patch: object, kind: string) {
  const [head = '', ...lines] = (await Array.fromAsync(exportPreview(ctx, { patch, kind }))).join('').split('\r\n').slice(0, -1);
  const at = (name: string) => head.split(',').indexOf(name);
  return lines
    .map((line) => line.split(','))
    .map((cells) => [
      cells[at('account')],
      cells[at('root')],
      ['users', 'objects', 'sub_accounts'].map((name) => cells[at(name)]).join(' '),
    ]);
}

type Said = { entity: string };
const byEntity = (a: Said, b: Said) => (a.entity < b.entity ? -1 : 1);

async function markedByTheRun(ctx: Context) {
  const { data } = await listMarked(ctx, { kind: 'accounts', limit: 1000 });
  return data.flatMap((row) => {
    if (row.kind !== 'accounts' || row.marked_on !== dayOf(next)) return [];
    return { entity: row.entity, root: row.root, along: row.root === null ? row.goes_along : null };
  });
}

async function activeByStatus(ctx: Context) {
  const { data } = await listAccounts(ctx, { state: 'active', limit: 1000 });
  const statuses = [...new Set(data.map((row) => row.contract_status))].sort();
  return statuses.map((status) => ({ status, n: data.filter((row) => row.contract_status === status).length }));
}
