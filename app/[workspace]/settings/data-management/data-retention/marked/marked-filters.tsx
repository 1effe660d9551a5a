'use client';

import { ArrowUpDown } from 'lucide-react';
import type { MarkedTotals } from '#lib/retention/marked-totals.ts';
import { FIRST_PAGE } from '@/components/data/list-query.ts';
import { useAddress } from '@/components/data/use-address.ts';
import { kindWord } from '@/components/retention/kind-name.ts';
import { setFilters } from '@/components/retention/marked-query.ts';
import { STATUS_OPTIONS } from '@/components/retention/status-options.ts';
import { buttonLook } from '@/components/ui/button.tsx';
import { ChoiceChip } from '@/components/ui/choice-chip.tsx';
import { cn } from '@/components/ui/cn.ts';
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuRadioGroup,
  DropdownMenuRadioItem,
  DropdownMenuTrigger,
} from '@/components/ui/dropdown-menu.tsx';
import { Field } from '@/components/ui/field.tsx';
import { FilterBar } from '@/components/ui/filter-bar.tsx';
import { FilterChip } from '@/components/ui/filter-chip.tsx';
import { formatDay, formatNumber } from '@/components/ui/format.ts';
import { Input } from '@/components/ui/input.tsx';
import { SearchField } from '@/components/ui/search-field.tsx';
import { ExportLink } from './export-link.tsx';
import { begun, ORDERS, orderOf } from './orders.ts';

export type MarkedFiltersProps = { kind: string; totals: MarkedTotals | undefined; csv: string };

export function MarkedFilters({ kind, totals, csv }: MarkedFiltersProps) {
  const { params, go, replace } = useAddress();
  const change = (name: string) => (value: string | undefined) => go({ [name]: value, ...FIRST_PAGE });
  return (
    <FilterBar
      search={<SearchField label="Name or identifier" value={params.get('q') ?? ''} onChange={(q) => replace({ q, ...FIRST_PAGE })} />}
      set={setFilters(params).filter((name) => name !== 'Search').length}
      order={<OrderMenu accounts={kind === 'accounts'} />}
      summary={<Summary kind={kind} totals={totals} csv={csv} />}
    >
      {kind === 'accounts' && (
        <ChoiceChip label="Cause" options={CAUSES} value={params.get('cause') ?? undefined} onChange={change('cause')} />
      )}
      <ChoiceChip
        label="Status"
        options={STATUS_OPTIONS}
        value={params.get('contract_status') ?? undefined}
        onChange={change('contract_status')}
      />
      <PurgeDayChip value={params.get('purge_before') ?? undefined} onChange={change('purge_before')} />
    </FilterBar>
  );
}

function PurgeDayChip({ value, onChange }: { value: string | undefined; onChange: (value: string | undefined) => void }) {
  return (
    <FilterChip label="Purge day" value={value && `before ${dayText(value)}`} onClear={() => onChange(undefined)}>
      <Field label="Gone before">
        <Input type="date" value={value ?? ''} onChange={(event) => onChange(event.target.value || undefined)} />
      </Field>
    </FilterChip>
  );
}

/** What the filters leave, the sum of contract values, and the file of all that is shown. Without a filter the tab has the total already. */
function Summary({ kind, totals, csv }: MarkedFiltersProps) {
  const { params } = useAddress();
  const filtered = setFilters(params).length > 0;
  return (
    <div className="flex items-center justify-between gap-4">
      {totals && (
        <span className={filtered ? undefined : 'sm:hidden'}>
          {totals.about && 'about '}
          {formatNumber(totals.total)} {kindWord(kind, totals.total)}
        </span>
      )}
      <span className="flex items-center gap-4">
        {totals && kind === 'accounts' && totals.value !== null && (
          <span>
            Value <strong className="font-medium text-foreground">{formatNumber(totals.value)}</strong>
          </span>
        )}
        <ExportLink href={csv} className="-my-2 -mr-2 border-transparent bg-transparent shadow-none max-sm:size-7" />
      </span>
    </div>
  );
}

function OrderMenu({ accounts }: { accounts: boolean }) {
  const { params, go } = useAddress();
  const { sort } = orderOf(params);
  return (
    <DropdownMenu>
      <DropdownMenuTrigger className={cn(buttonLook({ size: 'icon' }))} aria-label="Order">
        <ArrowUpDown />
      </DropdownMenuTrigger>
      <DropdownMenuContent>
        <DropdownMenuRadioGroup value={sort} onValueChange={(value) => go({ ...begun(value as typeof sort), ...FIRST_PAGE })}>
          {ORDERS.filter(({ name }) => accounts || name !== 'value').map(({ name, label }) => (
            <DropdownMenuRadioItem key={name} value={name}>
              {label}
            </DropdownMenuRadioItem>
          ))}
        </DropdownMenuRadioGroup>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}

function dayText(day: string): string {
  return Number.isNaN(Date.parse(`${day}T00:00:00Z`)) ? day : formatDay(day);
}

const CAUSES = [
  { value: 'inactivity', label: 'No information' },
  { value: 'expiry', label: 'Expired' },
  { value: 'parent', label: 'Goes with parent' },
];
