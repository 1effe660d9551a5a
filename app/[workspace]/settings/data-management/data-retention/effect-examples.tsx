import { Download } from 'lucide-react';
import { pays } from '#lib/retention/rules/lifecycle.ts';
import { dataAddress } from '@/components/data/data-address.ts';
import { ContractStatus } from '@/components/retention/contract-status.tsx';
import { AppLink, textLink } from '@/components/ui/app-link.tsx';
import { cn } from '@/components/ui/cn.ts';
import { DialogBody } from '@/components/ui/dialog.tsx';
import { formatDay, formatNumber, utcDay } from '@/components/ui/format.ts';
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table.tsx';
import { type KindEffect, marksOf, type PoliciesPreview } from './effect-numbers.ts';
import { alongWords, examplesTitle } from './effect-words.ts';
import type { SaveEffect } from './save-effects.ts';

export type EffectExamplesProps = { slug: string; save: string; kinds: PoliciesPreview['kinds']; effects: readonly SaveEffect[] };

/** Twenty of what each changed kind would mark, the highest contract values first. */
export function EffectExamples({ slug, save, kinds, effects }: EffectExamplesProps) {
  return effects.map(({ kind }) => {
    const effect = kinds[kind];
    return effect && effect.sample.length > 0 && <KindExamples key={kind} slug={slug} save={save} kind={kind} effect={effect} />;
  });
}

type KindExamplesProps = { slug: string; save: string; kind: string; effect: KindEffect; inCard?: boolean };

/** `save` is the body of the save, as JSON, by which the whole list is counted. `inCard`: keeps the distance from the edge that a card keeps. */
export function KindExamples({ slug, save, kind, effect, inCard = false }: KindExamplesProps) {
  const { sample } = effect;
  const marks = marksOf(effect);
  const title = examplesTitle(kind, sample.length, marks);
  const along = sample.some(({ goes_along }) => goes_along !== null);
  return (
    <DialogBody className="border-t px-0 pb-2 max-sm:px-0">
      <div className={cn('flex items-start justify-between gap-4 pb-2 max-sm:px-4', inCard ? 'px-5' : 'px-6')}>
        <h3 className="font-medium">{title}</h3>
        <a href={dataAddress(slug, 'preview/csv', { save, kind })} download className={cn(textLink, 'flex shrink-0 items-center gap-1.5')}>
          <Download aria-hidden className="size-3.5" />
          Download all {formatNumber(marks)}
        </a>
      </div>
      <Table bleed={!inCard} aria-label={title}>
        <TableHeader>
          <TableHead>Name</TableHead>
          <TableHead>Status</TableHead>
          <TableHead numeric>Contract value</TableHead>
          <TableHead numeric>Inactive days</TableHead>
          <TableHead className="pl-8">Last information</TableHead>
          {along && <TableHead>Goes along</TableHead>}
        </TableHeader>
        <TableBody className="bg-transparent">
          {sample.map((row) => (
            <ExampleRow key={row.entity} slug={slug} kind={kind} row={row} along={along} />
          ))}
        </TableBody>
      </Table>
    </DialogBody>
  );
}

type ExampleRowProps = { slug: string; kind: string; row: KindEffect['sample'][number]; along: boolean };

function ExampleRow({ slug, kind, row, along }: ExampleRowProps) {
  return (
    <TableRow single className="max-sm:pl-1">
      <TableCell phone="name" className="max-w-64 truncate font-medium">
        <AppLink href={`/${slug}/accounts/${accountPart(kind, row.entity)}`} target="_blank" className="rounded-sm hover:underline">
          {row.name ?? lastPart(row.entity)}
        </AppLink>
      </TableCell>
      <TableCell phone="note">
        <ContractStatus status={row.contract_status} falls={pays(row.contract_status) && kind === 'accounts'} className="max-w-44" />
      </TableCell>
      <TableCell numeric phone="value">
        {row.contract_value === null ? <span className="text-muted-foreground">N/A</span> : formatNumber(row.contract_value)}
      </TableCell>
      <TableCell numeric phone="line" label="Inactive days">
        {row.inactive_days === null ? 'N/A' : formatNumber(row.inactive_days)}
      </TableCell>
      <TableCell quiet phone="hidden" className="whitespace-nowrap pl-8 tabular-nums">
        {formatDay(utcDay(row.last_information_at))}
      </TableCell>
      {along && (
        <TableCell quiet phone="line" label="Goes along:" className="tabular-nums">
          {alongWords(row)}
        </TableCell>
      )}
    </TableRow>
  );
}

/** Parts of an entity's name are percent-encoded, and so is an address. */
function accountPart(kind: string, entity: string): string {
  const parts = entity.split('/');
  return (['accounts', 'users', 'free_accounts'].includes(kind) ? parts[0] : parts[1]) ?? '';
}

const lastPart = (entity: string) => decodeURIComponent(entity.split('/').at(-1) ?? '');
