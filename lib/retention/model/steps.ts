import { advance, answer, type Did, runDay } from './daily-process.ts';
import { type Signal, tell } from './information.ts';
import type { Marks } from './marks.ts';
import {
  archive,
  deleteAtOnce,
  edit,
  endHold,
  entityOf,
  type MarkedFilter,
  putHold,
  type Reference,
  restore,
  reviveByPerson,
  reviveFound,
} from './people.ts';
import { defineCollection, type Save, savePolicies } from './policies.ts';
import type { Day, Instant, World } from './world.ts';

/** What can happen to a workspace, from outside. */
export type Step =
  | { do: 'advance'; to: Instant }
  /** With `at`, time goes by until then and no daily process runs: its days are missed. */
  | { do: 'tell'; at?: Instant; signals: Signal[] }
  | { do: 'wait'; at: Instant }
  /** The present process day's run, cut off and gone on with after every so many rows. */
  | { do: 'run'; at?: Instant; chunkRows: number }
  | { do: 'save'; save: Save }
  | { do: 'define'; collection: string }
  | { do: 'hold'; reference: Reference; until: Day | null }
  | { do: 'end-hold'; reference: Reference }
  | { do: 'archive' | 'restore' | 'delete'; account: string }
  | { do: 'edit'; account: string; patch: { contract_status?: string | null; parent?: string | null } }
  | { do: 'revive'; references: Reference[] }
  | { do: 'revive-found'; filter: MarkedFilter }
  | { do: 'pause'; marking: boolean; purging: boolean }
  | { do: 'safety'; share: number; floor: number; archivedBlocks: boolean }
  | { do: 'answer'; day: Day; kind: string; said: 'allowed' | 'refused' };

/** What a step answers, the same from the model and from the product; and what the model's runs did on its way. */
export type Taken = { answer: unknown; did: Did[]; allowed?: Marks };

/** Takes a step in the model. */
export function takeStep(world: World, step: Step): Taken {
  if ('at' in step && step.at !== undefined) world.now = step.at;
  switch (step.do) {
    case 'tell':
      return { answer: tell(world, step.signals), did: [] };
    case 'advance':
      return { answer: 'done', did: advance(world, step.to) };
    case 'wait':
      return { answer: 'done', did: [] };
    case 'run': {
      const did = runDay(world);
      return { answer: did === null ? 'already' : 'started', did: did === null ? [] : [did] };
    }
    case 'answer': {
      const allowed = answer(world, step.day, step.kind, step.said);
      if (allowed !== null) return { answer: 'done', did: [], allowed };
      return { answer: world.runs.some((run) => run.day === step.day) ? 'conflict' : 'not-found', did: [] };
    }
    default:
      return { answer: takeDecision(world, step), did: [] };
  }
}

type Decision = Exclude<Step, { do: 'tell' | 'advance' | 'wait' | 'run' | 'answer' }>;

/** What people decide. */
function takeDecision(world: World, step: Decision): unknown {
  switch (step.do) {
    case 'save':
      return savePolicies(world, step.save) ? 'done' : 'invalid';
    case 'define':
      return defineCollection(world, step.collection) ? 'done' : 'conflict';
    case 'hold':
      return putHold(world, step.reference, step.until);
    case 'end-hold':
      return endHold(world, step.reference);
    case 'archive':
      return archive(world, step.account);
    case 'restore':
      return restore(world, step.account);
    case 'delete':
      return deleteAtOnce(world, step.account);
    case 'edit':
      return edit(world, step.account, step.patch);
    case 'revive':
      return revived(world, step.references);
    case 'revive-found':
      return { revived: reviveFound(world, step.filter), not: [] };
    case 'pause':
      world.paused = { marking: step.marking, purging: step.purging };
      return 'done';
    case 'safety':
      world.breaker = { share: step.share, floor: step.floor };
      world.archivedBlocks = step.archivedBlocks;
      return 'done';
  }
}

/** How many of `references` were revived, and why the others were not. */
function revived(world: World, references: readonly Reference[]) {
  const reasons = references.map((reference) => {
    const entity = entityOf(world, reference);
    if (!entity) return 'unknown';
    if (entity.mark) return 'revived';
    return 'account' in entity && entity.account.mark ? 'went-along' : 'not-marked';
  });
  reviveByPerson(world, references);
  return { revived: reasons.filter((r) => r === 'revived').length, not: reasons.filter((r) => r !== 'revived') };
}
