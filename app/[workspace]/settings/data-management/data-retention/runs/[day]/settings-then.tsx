import type { RunPage } from '#lib/retention/run-page.ts';
import { byKind, kindName } from '@/components/retention/kind-name.ts';
import { SettingsCard } from '@/components/ui/card.tsx';
import { count, formatDay, formatNumber, utcDay } from '@/components/ui/format.ts';
import { KeyValue, KeyValues } from '@/components/ui/key-values.tsx';

type Settings = RunPage['settings'];

/** By which settings a run worked; later changes do not touch them. */
export function SettingsThen({ settings }: { settings: Settings }) {
  const { policies, expiry_overruled, marking_paused, purging_paused, breaker } = settings;
  return (
    <SettingsCard title="Settings as they were" sentence="Read when the run began.">
      <KeyValues>
        {policies
          .toSorted((a, b) => byKind(a.kind, b.kind))
          .map((policy) => (
            <KeyValue key={policy.kind} label={kindName(policy.kind)}>
              {policy.days === null ? 'Never' : count(policy.days, 'day')}
              <span className="text-muted-foreground">{modeWords(policy, expiry_overruled)}</span>
            </KeyValue>
          ))}
        <KeyValue label="Breaker">
          above {formatNumber(breaker.share)} % and {count(breaker.floor, 'mark')}
        </KeyValue>
        {(marking_paused || purging_paused) && (
          <KeyValue label="Paused">{[marking_paused && 'marking', purging_paused && 'purging'].filter(Boolean).join(' and ')}</KeyValue>
        )}
      </KeyValues>
    </SettingsCard>
  );
}

function modeWords({ kind, mode, since }: Settings['policies'][number], overruled: boolean): string {
  if (kind === 'free_accounts') return overruled ? ', overruled by Accounts' : '';
  return mode === null || since === null ? '' : `, ${mode}, clock since ${formatDay(utcDay(since))}`;
}
