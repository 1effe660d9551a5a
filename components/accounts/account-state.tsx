import type { EntityState } from '@/components/retention/state-label.tsx';
import { StateLabel } from '@/components/retention/state-label.tsx';

export type AccountStateProps = {
  of: { state: 'active' | 'marked' | 'archived'; archived: boolean; on_hold: boolean };
  /** Boxed, as beside a title. */
  badge?: boolean;
};

/** The state of an account, user or object, with what is true besides: on hold, archived. */
export function AccountState({ of: { state, archived, on_hold }, badge }: AccountStateProps) {
  const besides = [archived && state !== 'archived' && 'archived', on_hold && 'on hold'].filter(Boolean);
  const shown: EntityState = on_hold && state === 'active' ? 'held' : state;
  return (
    <StateLabel state={shown} badge={badge}>
      {[words[state], ...besides].join(', ')}
    </StateLabel>
  );
}

const words = { active: 'Active', marked: 'Marked', archived: 'Archived' };
