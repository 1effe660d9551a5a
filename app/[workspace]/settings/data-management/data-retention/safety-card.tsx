'use client';

import type { z } from 'zod';
import type { Safety } from '#lib/retention/save-safety.ts';
import type { Pauses } from '#lib/retention/set-pause.ts';
import type { WorkspaceState } from '#lib/workspaces/workspace-state.ts';
import { useAction } from '@/app/[workspace]/use-action.ts';
import { dataAddress } from '@/components/data/data-address.ts';
import { useData } from '@/components/data/use-data.ts';
import { pausedWords } from '@/components/frame/paused-words.ts';
import { NoPermission } from '@/components/retention/no-permission.tsx';
import { type Allowed, may } from '@/components/retention/permitted-button.tsx';
import { CardBody, SettingsCard } from '@/components/ui/card.tsx';
import { FieldRow } from '@/components/ui/field.tsx';
import { Switch } from '@/components/ui/switch.tsx';
import { notify, notifyFailed } from '@/components/ui/toaster.tsx';
import { saveSafetyAction, setPauseAction } from './actions.ts';
import { BreakerRow } from './breaker-row.tsx';

export type SafetySettings = z.infer<typeof Safety>;
type PauseSettings = z.infer<typeof Pauses>;

/** What stops a run: the breaker's limits, the two pauses, and archived accounts that refuse information (R29, R16). */
export function SafetyCard({ slug, allowed }: { slug: string; allowed: Allowed }) {
  const { data: safety } = useData<SafetySettings>(dataAddress(slug, 'safety'));
  const { data: pauses } = useData<PauseSettings>(dataAddress(slug, 'pause'), { every: 15_000 });
  const { data: state } = useData<WorkspaceState>(dataAddress(slug, 'state'));
  const [configures, approves] = [may(allowed, 'retention:configure'), may(allowed, 'retention:approve')];
  if (!safety || !pauses) return null;
  return (
    <SettingsCard id="safety" title="Safety" sentence="What stops a run from deleting more than you meant." className="scroll-mt-32">
      {!(configures && approves) && (
        <CardBody className="grid gap-2 border-b">
          {!configures && <NoPermission why="You can read this." doing="Changing it" permission="retention:configure" ask={allowed.ask} />}
          {!approves && <NoPermission why="You cannot pause." doing="Pausing" permission="retention:approve" ask={allowed.ask} />}
        </CardBody>
      )}
      <BreakerRow key={`${safety.breaker.share} ${safety.breaker.floor}`} breaker={safety.breaker} disabled={!configures} />
      <Pause what="marking" pauses={pauses} words={pausedWords(state?.paused.marking ?? null, null)} disabled={!approves} />
      <Pause what="purging" pauses={pauses} words={pausedWords(null, state?.paused.purging ?? null)} disabled={!approves} />
      <Archived safety={safety} disabled={!configures} />
    </SettingsCard>
  );
}

type PauseProps = {
  what: keyof PauseSettings;
  pauses: PauseSettings /** Who paused it, and since when. */;
  words: string;
  disabled: boolean;
};

/** R29. It counts from the next daily process on; its toast undoes it. */
function Pause({ what, pauses, words, disabled }: PauseProps) {
  const { run, pending } = useAction(setPauseAction);
  const { label, description, paused, resumed } = PAUSES[what];
  const set = async (to: boolean, again: boolean) => {
    const answer = await run({ [what]: to });
    if (!answer.ok) return notifyFailed({ title: 'Nothing was changed', description: answer.message });
    notify({ title: to ? paused : resumed, ...(again ? { action: { label: 'Undo', onClick: () => void set(!to, false) } } : {}) });
  };
  return (
    <FieldRow beside label={label} description={<Described text={description} paused={pauses[what] ? words : ''} />}>
      <Switch checked={pauses[what]} disabled={disabled || pending} onCheckedChange={(to) => void set(to, true)} />
    </FieldRow>
  );
}

function Described({ text, paused }: { text: string; paused: string }) {
  return (
    <>
      {text}
      {paused && <span className="mt-0.5 block text-foreground">{paused}</span>}
    </>
  );
}

/** R16. Whether an integration can bring an archived account back. */
function Archived({ safety, disabled }: { safety: SafetySettings; disabled: boolean }) {
  const { run, pending } = useAction(saveSafetyAction);
  const set = async (to: boolean, again: boolean) => {
    const answer = await run({ archived_blocks: to });
    if (!answer.ok) return notifyFailed({ title: 'Nothing was changed', description: answer.message });
    const title = to ? 'Archived accounts refuse information' : 'Information restores archived accounts';
    notify({ title, ...(again ? { action: { label: 'Undo', onClick: () => void set(!to, false) } } : {}) });
  };
  return (
    <FieldRow
      beside
      label="Archived accounts refuse information"
      description="An integration cannot bring an archived account back (R16). Switched off, information restores it."
    >
      <Switch checked={safety.archived_blocks} disabled={disabled || pending} onCheckedChange={(to) => void set(to, true)} />
    </FieldRow>
  );
}

const PAUSES = {
  marking: {
    label: 'Pause marking',
    description: 'The daily process marks nothing until you switch this off. Lifts and purges go on.',
    paused: 'Marking is paused',
    resumed: 'Marking goes on',
  },
  purging: {
    label: 'Pause purging',
    description: 'Nothing is deleted for good until you switch this off. What is overdue goes with the next run.',
    paused: 'Purging is paused',
    resumed: 'Purging goes on',
  },
};
