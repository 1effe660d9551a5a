'use client';

import { type ReactNode, useState } from 'react';
import type { PolicyRow } from '#lib/retention/policy-rows.ts';
import type { PolicySet } from '#lib/retention/rules/policy.ts';
import type { Instant } from '#lib/time.ts';
import { Page, type PageProps } from '@/components/frame/page.tsx';
import { NoPermission } from '@/components/retention/no-permission.tsx';
import { PolicyHead } from '@/components/retention/policy-row.tsx';
import { SaveBar } from '@/components/retention/save-bar.tsx';
import { CardBody, SettingsCard } from '@/components/ui/card.tsx';
import { notify } from '@/components/ui/toaster.tsx';
import { EffectDialog } from './effect-dialog.tsx';
import { ExplainDialog } from './explain-dialog.tsx';
import { LookUpCard } from './look-up-card.tsx';
import { PolicyLine } from './policy-line.tsx';
import { changeWords, noteWords } from './policy-words.ts';
import { useDraft } from './use-draft.ts';

export type PoliciesEditorProps = {
  slug: string;
  rows: readonly PolicyRow[];
  set: PolicySet;
  now: Instant;
  /** Whom to ask, where this person may read only. */
  ask: readonly string[] | null;
  /** What the page says above the card, and below it. */
  children: ReactNode;
  below: ReactNode;
} & Pick<PageProps, 'title' | 'lead'>;

/** The page of the Entities card, with its save bar: what is chosen stays here until it is saved or discarded. */
export function PoliciesEditor({ slug, rows, set, now, ask, title, lead, children, below }: PoliciesEditorProps) {
  const drafting = useDraft(set, now);
  const { draft, round, choose, drafted, changes, faulty } = drafting;
  const [explained, setExplained] = useState<string | null>(null);
  return (
    <>
      <Page title={title} lead={lead}>
        {children}
        <SettingsCard title="Entities" sentence={set.initializedAt === null ? FIRST : TWO_STEPS}>
          {ask && (
            <CardBody className="border-b">
              <NoPermission why="You can read this page, not change it." doing="Changing" permission="retention:configure" ask={ask} />
            </CardBody>
          )}
          <PolicyHead />
          {rows.map((row) => (
            <PolicyLine
              key={`${row.kind} ${round}`}
              slug={slug}
              row={row}
              saved={set}
              drafted={drafted}
              draft={draft[row.kind]}
              faulty={faulty.includes(row.kind)}
              disabled={ask !== null}
              onChange={(value) => choose(row.kind, value)}
              onExplain={() => setExplained(row.kind)}
            />
          ))}
        </SettingsCard>
        {below}
        <LookUpCard slug={slug} now={now} changes={changes} />
      </Page>
      <Saving slug={slug} rows={rows} now={now} drafting={drafting} />
      <ExplainDialog kind={explained} set={drafted} draft={changes.length > 0} now={now} onClose={() => setExplained(null)} />
    </>
  );
}

type SavingProps = Pick<PoliciesEditorProps, 'slug' | 'rows' | 'now'> & { drafting: ReturnType<typeof useDraft> };

/** The save bar while something is changed, and what it opens. */
function Saving({ slug, rows, now, drafting }: SavingProps) {
  const { changes, faulty, effects, initializes, forget } = drafting;
  const [reviewing, setReviewing] = useState(false);
  const saved = () => {
    setReviewing(false);
    forget();
    notify({ title: 'Saved', description: 'The next daily process applies it.' });
  };
  if (changes.length === 0 && faulty.length === 0) return null;
  return (
    <>
      <SaveBar
        summary={changes.length > 0 ? changes.map(changeWords).join(', ') : 'A change that is no number of days'}
        note={noteWords(effects, initializes)}
        blocked={faulty.length > 0 ? 'Mend the field in red first.' : undefined}
        onSave={() => setReviewing(true)}
        onDiscard={forget}
      />
      <EffectDialog
        slug={slug}
        open={reviewing}
        onOpenChange={setReviewing}
        changes={changes}
        effects={effects}
        initializes={initializes}
        rows={rows}
        now={now}
        onSaved={saved}
      />
    </>
  );
}

const TWO_STEPS =
  'Deleting has two steps: after so many inactive days an entity is marked and hidden, and 30 days later it is gone for good. Until then new information or a person revives it.';
const FIRST =
  'Choose after how many days without information a kind is marked. The first save starts the clock for everything that exists, as if it had told something just then.';
