import { test } from 'vitest';
import { testDatabase } from '#db/testing/test-database.ts';
import { playStory } from './play-story.ts';
import type { Step } from './steps.ts';

testDatabase();

/** Stories that were hard to come by: what happens on the days around an answer. */
const use = (account: string) => ({ type: 'usage' as const, account, activity: 'x' });
const child = (account: string, parent: string | null) => ({ type: 'account' as const, account, attributes: { parent } });
const at = (day: string, time = '02:00:00.000') => `${day}T${time}Z`;
const run: Step = { do: 'run', chunkRows: 5000 };

test('R10, R12: what came back alone from an allowed mark is not taken along by the run of that same day', async () => {
  await playStory([
    { do: 'save', save: { choices: { accounts: 1 } } },
    { do: 'tell', signals: [child('r', null), child('x', 'r'), use('z')] },
    { do: 'safety', share: 1, floor: 1, archivedBlocks: true },
    { do: 'run', at: at('2027-12-22'), chunkRows: 5000 },
    { do: 'wait', at: at('2027-12-23') },
    { do: 'answer', day: '2027-12-22', kind: 'accounts', said: 'allowed' },
    { do: 'tell', signals: [use('x')] },
    run,
    { do: 'advance', to: at('2027-12-25') },
  ]);
});
test('R14, R29: a mark that was allowed by other policies than those of its run is lifted when they change back', async () => {
  await playStory([
    { do: 'save', save: { choices: { accounts: 3 } } },
    { do: 'tell', signals: [use('r'), use('x')] },
    { do: 'tell', at: at('2027-12-22', '03:00:00.000'), signals: [use('x')] },
    { do: 'safety', share: 1, floor: 1, archivedBlocks: true },
    { do: 'run', at: at('2027-12-24'), chunkRows: 5000 },
    { do: 'save', save: { choices: { accounts: 1 } } },
    { do: 'answer', day: '2027-12-24', kind: 'accounts', said: 'allowed' },
    { do: 'save', save: { choices: { accounts: 3 } } },
    { do: 'advance', to: at('2027-12-28') },
  ]);
});
test('R10: a mark that was allowed on a later day takes nothing along in the run of that day, and what is marked above goes past it', async () => {
  await playStory([
    { do: 'save', save: { choices: { accounts: 1 } } },
    { do: 'tell', signals: [child('r', null), child('x', 'r'), child('y', 'r'), use('z')] },
    { do: 'hold', reference: { account: 'y' }, until: null },
    { do: 'safety', share: 1, floor: 1, archivedBlocks: true },
    { do: 'run', at: at('2027-12-22'), chunkRows: 5000 },
    { do: 'tell', at: at('2027-12-23'), signals: [use('z')] },
    { do: 'answer', day: '2027-12-22', kind: 'accounts', said: 'allowed' },
    { do: 'end-hold', reference: { account: 'y' } },
    { do: 'edit', account: 'z', patch: { parent: 'r' } },
    run,
    { do: 'advance', to: at('2027-12-25') },
  ]);
});

test('R10: a cascade of the same day goes on below what was allowed on it', async () => {
  await playStory([
    { do: 'save', save: { choices: { accounts: 1 } } },
    { do: 'tell', signals: [child('top', null), child('r', 'top'), child('x', 'r')] },
    { do: 'tell', at: at('2027-12-21', '03:00:00.000'), signals: [use('top')] },
    { do: 'safety', share: 1, floor: 1, archivedBlocks: true },
    { do: 'run', at: at('2027-12-22'), chunkRows: 5000 },
    { do: 'wait', at: at('2027-12-23') },
    { do: 'hold', reference: { account: 'top' }, until: null },
    { do: 'answer', day: '2027-12-22', kind: 'accounts', said: 'allowed' },
    { do: 'revive', references: [{ account: 'x' }] },
    { do: 'end-hold', reference: { account: 'top' } },
    { do: 'safety', share: 20, floor: 100, archivedBlocks: true },
    run,
  ]);
});

test('R29: while marking is paused, what is allowed is not marked, and waits again afterwards', async () => {
  await playStory([
    { do: 'save', save: { choices: { accounts: 1, users: 1 } } },
    { do: 'tell', signals: [{ type: 'user', account: 'r', user: 'u' }, child('x', 'r')] },
    { do: 'safety', share: 1, floor: 1, archivedBlocks: true },
    { do: 'run', at: at('2027-12-22'), chunkRows: 1 },
    { do: 'pause', marking: true, purging: false },
    { do: 'answer', day: '2027-12-22', kind: 'accounts', said: 'allowed' },
    { do: 'answer', day: '2027-12-22', kind: 'users', said: 'refused' },
    { do: 'answer', day: '2027-12-22', kind: 'users', said: 'allowed' },
    { do: 'pause', marking: false, purging: false },
    { do: 'advance', to: at('2027-12-23') },
  ]);
});

test('R14, R29: kinds that were marked in a run before one was allowed by later policies are judged by what they were marked by', async () => {
  await playStory([
    { do: 'define', collection: 'deals' },
    { do: 'save', save: { choices: { accounts: 1 } } },
    { do: 'tell', signals: [use('r'), { type: 'object', account: 'z', collection: 'deals', object: 'o' }] },
    { do: 'tell', at: at('2027-12-21', '03:00:00.000'), signals: [use('z')] },
    { do: 'safety', share: 50, floor: 1, archivedBlocks: true },
    { do: 'save', save: { choices: {}, accepted: { deals: 9 } } },
    { do: 'run', at: at('2027-12-22'), chunkRows: 5000 },
    { do: 'save', save: { choices: { accounts: 5 } } },
    { do: 'answer', day: '2027-12-22', kind: 'accounts', said: 'allowed' },
    { do: 'advance', to: at('2027-12-24') },
  ]);
});

test('R10: what came back from an allowed mark and is marked again later takes along what is below it', async () => {
  await playStory([
    { do: 'save', save: { choices: { accounts: 1 } } },
    { do: 'tell', signals: [child('r', null), child('x', 'r')] },
    { do: 'safety', share: 1, floor: 1, archivedBlocks: true },
    { do: 'run', at: at('2027-12-22'), chunkRows: 5000 },
    { do: 'answer', day: '2027-12-22', kind: 'accounts', said: 'allowed' },
    { do: 'safety', share: 20, floor: 100, archivedBlocks: true },
    { do: 'tell', signals: [use('r'), use('x')] },
    { do: 'tell', at: at('2027-12-24'), signals: [use('x')] },
    run,
  ]);
});
