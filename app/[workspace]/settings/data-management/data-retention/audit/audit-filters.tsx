'use client';

import { useState } from 'react';
import type { AuditActor } from '#lib/audit/list-actors.ts';
import { dataAddress } from '@/components/data/data-address.ts';
import { FIRST_PAGE } from '@/components/data/list-query.ts';
import { useAddress } from '@/components/data/use-address.ts';
import { useData } from '@/components/data/use-data.ts';
import { actorWords } from '@/components/retention/actor-words.ts';
import { Button } from '@/components/ui/button.tsx';
import { ChoiceChip } from '@/components/ui/choice-chip.tsx';
import { Field } from '@/components/ui/field.tsx';
import { FilterBar } from '@/components/ui/filter-bar.tsx';
import { FilterChip } from '@/components/ui/filter-chip.tsx';
import { formatDay } from '@/components/ui/format.ts';
import { Input } from '@/components/ui/input.tsx';
import { PopoverClose } from '@/components/ui/popover.tsx';
import { SearchField } from '@/components/ui/search-field.tsx';
import { AUDIT_FILTERS } from './audit-query.ts';
import { AUDIT_ACTIONS } from './audit-words.ts';

export function AuditFilters({ slug }: { slug: string }) {
  const { params, go, replace } = useAddress();
  const { data: actors = [] } = useData<AuditActor[]>(dataAddress(slug, 'audit/actors'));
  return (
    <FilterBar
      search={
        <SearchField
          label="Entity, as accounts/acme"
          value={params.get('entity') ?? ''}
          onChange={(entity) => replace({ entity, ...FIRST_PAGE })}
          className="w-52"
        />
      }
      set={AUDIT_FILTERS.filter((name) => name !== 'entity' && params.get(name)).length}
    >
      <ChoiceChip
        label="Action"
        options={AUDIT_ACTIONS}
        value={params.get('action') ?? undefined}
        onChange={(action) => go({ action, ...FIRST_PAGE })}
      />
      <ChoiceChip
        label="Actor"
        options={actors.map(({ actor, by }) => ({ value: actor, label: actorWords(by) }))}
        value={params.get('actor') ?? undefined}
        onChange={(actor) => go({ actor, ...FIRST_PAGE })}
      />
      <DaysChip from={params.get('from') ?? ''} to={params.get('to') ?? ''} onChange={(days) => go({ ...days, ...FIRST_PAGE })} />
    </FilterBar>
  );
}

type Days = { from: string | undefined; to: string | undefined };

/** From a day to a day, both included; one of them is enough. */
function DaysChip({ from, to, onChange }: { from: string; to: string; onChange: (days: Days) => void }) {
  return (
    <FilterChip label="Days" value={daysText(from, to)} onClear={() => onChange({ from: undefined, to: undefined })}>
      <DaysForm key={`${from} ${to}`} from={from} to={to} onChange={onChange} />
    </FilterChip>
  );
}

function DaysForm({ from, to, onChange }: { from: string; to: string; onChange: (days: Days) => void }) {
  const [first, setFirst] = useState(from);
  const [last, setLast] = useState(to);
  return (
    <div className="grid gap-3">
      <Field label="From, UTC">
        <Input type="date" value={first} max={last || undefined} onChange={(event) => setFirst(event.target.value)} />
      </Field>
      <Field label="Through">
        <Input type="date" value={last} min={first || undefined} onChange={(event) => setLast(event.target.value)} />
      </Field>
      <PopoverClose asChild>
        <Button variant="primary" onClick={() => onChange({ from: first, to: last })}>
          Show
        </Button>
      </PopoverClose>
    </div>
  );
}

function daysText(from: string, to: string): string | undefined {
  if (from && to) return from === to ? dayText(from) : `${dayText(from)} to ${dayText(to)}`;
  if (from) return `from ${dayText(from)}`;
  return to ? `through ${dayText(to)}` : undefined;
}

/** An address can be typed by hand: what is no day is shown as it is. */
const dayText = (day: string) => (Number.isNaN(Date.parse(day)) ? day : formatDay(day.slice(0, 10)));
