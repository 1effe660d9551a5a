import { answerOnce } from '#lib/answer-once.ts';
import type { Context } from '#lib/context.ts';
import { createWorkspace } from '#lib/workspaces/create-workspace.ts';
import { listWorkspaces, workspaceAt } from '#lib/workspaces/list-workspaces.ts';
import { beginningFor, endOf, LAST_DAY } from './calendar.ts';
import { type DemoNote, readDemoNote, writeDemoNote } from './demo-note.ts';
import { liveThroughYear } from './live-through-year.ts';
import { addPeople, DANA, MIA, newPeople } from './people.ts';

type DemoOptions = { file: string; seed: string; nowMs: number; through?: number };

const DEMO = { type: 'system', name: 'demo' } as const;
const NAME = 'Meridian Cloud';
const SLUG = 'meridian-cloud';
/** A second, empty workspace, so that the switcher and a beginning show. */
const SECOND_NAME = 'Fernhill Labs';
const SECOND_SLUG = 'fernhill-labs';
/** Active accounts that the contract allows: the year ends at about three quarters of it. */
const QUOTA = 2400;

/** Makes the demo where the database holds no workspace, and goes on with one that was cut off. Any other database is left alone: gives false. */
export async function makeDemo({ file, seed, nowMs, through = LAST_DAY }: DemoOptions): Promise<boolean> {
  const there = await listWorkspaces();
  const note = there.length === 0 ? beginNote(file, nowMs) : readDemoNote(file);
  const demo = there.find(({ workspace }) => workspace === note?.workspace);
  if (!note || (there.length > 0 && demo?.created_at !== note.begins)) return false;
  if (demo?.test_clock && demo.test_clock >= endOf(note.begins)) return false;
  const ctx = await contextOf(there, { slug: SLUG, name: NAME, quota: QUOTA, testClock: note.begins });
  await addSecondWorkspace(there, note);
  await liveThroughYear(ctx, { seed, note, through });
  return true;
}

/** Written before anything is made, so that whatever a cut leaves behind is known for the demo. */
function beginNote(file: string, nowMs: number): DemoNote {
  const note = { workspace: SLUG, begins: beginningFor(nowMs), people: newPeople() };
  writeDemoNote(file, note);
  return note;
}

type Listed = Awaited<ReturnType<typeof listWorkspaces>>;

async function contextOf(
  there: Listed,
  { slug, ...settings }: { slug: string; name: string; quota?: number; testClock: string },
): Promise<Context> {
  const known = there.some(({ workspace }) => workspace === slug);
  const { workspaceId } = known ? await workspaceAt(slug) : await createWorkspace(DEMO, settings);
  return { workspaceId, actor: DEMO };
}

async function addSecondWorkspace(there: Listed, { begins, people }: DemoNote): Promise<void> {
  const second = await contextOf(there, { slug: SECOND_SLUG, name: SECOND_NAME, testClock: endOf(begins) });
  const shared = people
    .filter(({ email }) => email === DANA || email === MIA)
    .map((person) => ({ ...person, role: 'global_admin' as const }));
  await answerOnce(second, { key: 'demo people', requestHash: 'demo' }, async (ctx) => {
    await addPeople(ctx, shared);
    return { status: 200, body: null };
  });
}
