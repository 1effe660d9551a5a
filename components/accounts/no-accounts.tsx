import { Archive, Building2, Hourglass, Search } from 'lucide-react';
import { AppLink } from '@/components/ui/app-link.tsx';
import { Button, buttonLook } from '@/components/ui/button.tsx';
import { EmptyState } from '@/components/ui/empty-state.tsx';
import { count } from '@/components/ui/format.ts';
import type { StateTab } from './accounts-query.ts';

export type NoAccountsProps = {
  state: StateTab;
  /** The names of the filters that are set. */
  filters: readonly string[];
  onClear: () => void;
  connectHref: string;
};

/** In place of the list: nothing matches, or nothing is in this state. */
export function NoAccounts({ state, filters, onClear, connectHref }: NoAccountsProps) {
  if (filters.length > 0) {
    const set = `${count(filters.length, 'filter')} ${filters.length === 1 ? 'is' : 'are'} set: ${filters.join(', ')}.`;
    return <EmptyState icon={<Search />} title="No account matches" text={set} action={<Button onClick={onClear}>Clear filters</Button>} />;
  }
  if (state === 'marked')
    return <EmptyState icon={<Hourglass />} title="No account is marked" text="The daily process marks those that fall silent." />;
  if (state === 'archived')
    return (
      <EmptyState icon={<Archive />} title="No account is archived" text="An account is archived on its own page, and restored there." />
    );
  return (
    <EmptyState
      icon={<Building2 />}
      title={state === 'active' ? 'No account is active' : 'No accounts yet'}
      text="An account appears here with the first information about it, within seconds."
      action={
        <AppLink href={connectHref} className={buttonLook()}>
          Connect
        </AppLink>
      }
    />
  );
}
