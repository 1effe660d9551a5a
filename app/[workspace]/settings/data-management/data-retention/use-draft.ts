'use client';

import { useState } from 'react';
import type { PolicySet } from '#lib/retention/rules/policy.ts';
import type { Instant } from '#lib/time.ts';
import { afterSave, changesOf, type Draft } from './policy-draft.ts';
import { saveEffects } from './save-effects.ts';

/** What is chosen and not saved, and what a save of it at `now` would do. `round` changes when it is forgotten. */
export function useDraft(set: PolicySet, now: Instant) {
  const [draft, setDraft] = useState<Draft>({});
  const [round, setRound] = useState(0);
  const { changes, faulty } = changesOf(set, draft);
  const drafted = afterSave(set, changes, now);
  return {
    draft,
    round,
    choose: (kind: string, value: string) => setDraft({ ...draft, [kind]: value }),
    forget: () => {
      setDraft({});
      setRound(round + 1);
    },
    changes,
    faulty,
    drafted,
    effects: saveEffects(set, drafted, now),
    /** R5. Whether this save is the one that starts the clock. */
    initializes: set.initializedAt === null && drafted.initializedAt !== null,
  };
}
