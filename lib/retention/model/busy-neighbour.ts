import { type TestWorkspace, testWorkspace } from '#db/testing/workspaces.ts';
import { takeRealStep } from './product.ts';
import type { Step } from './steps.ts';

const STORY: Step[] = [
  { do: 'define', collection: 'deals' },
  { do: 'save', save: { choices: { accounts: 2, users: 2, deals: 2, free_accounts: 14 } } },
  {
    do: 'tell',
    signals: [
      ...['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((account) => ({ type: 'user' as const, account, user: 'u' })),
      { type: 'account', account: 'b', attributes: { parent: 'a' } },
      { type: 'object', account: 'd', collection: 'deals', object: 'o' },
    ],
  },
  { do: 'hold', reference: { account: 'c' }, until: null },
  { do: 'archive', account: 'd' },
  { do: 'advance', to: '2026-07-04T02:00:00.000Z' },
  { do: 'tell', signals: ['b', 'e', 'f'].map((account) => ({ type: 'usage', account, activity: 'login' })) },
  { do: 'advance', to: '2026-07-06T02:00:00.000Z' },
];

/** A workspace with the same names, with marks that are due to be purged, sub-accounts that went along, holds and archived ones: nothing of it may change. */
export async function busyNeighbour(): Promise<TestWorkspace> {
  const neighbour = await testWorkspace('2026-07-01T09:00:00.000Z');
  for (const step of STORY) {
    const answer = await takeRealStep(neighbour.ctx, step);
    if (answer !== 'done' && !Array.isArray(answer)) throw new Error(`the neighbour's story fails at ${step.do}: ${answer}`);
  }
  return neighbour;
}
