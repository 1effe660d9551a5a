import { pays } from '#lib/retention/rules/lifecycle.ts';
import { ContractStatus } from '@/components/retention/contract-status.tsx';
import { kindWord } from '@/components/retention/kind-name.ts';
import { AppLink } from '@/components/ui/app-link.tsx';
import { DialogBody } from '@/components/ui/dialog.tsx';
import { count, formatDay, formatNumber, utcDay } from '@/components/ui/format.ts';
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table.tsx';
import { type KindEffect, marksOf, type PoliciesPreview } from './effect-numbers.ts';
import type { SaveEffect } from './save-effects.ts';

export type EffectExamplesProps = { slug: string; kinds: PoliciesPreview['kinds']; effects: readonly SaveEffect[] };

/** Twenty of what each changed kind would mark, the highest contract values first. */
export function EffectExamples({ slug, kinds, effects }: EffectExamplesProps) {
  return effects.map(({ kind }) => {
    const effect = kinds[kind];
    return effect && effect.sample.length > 0 && <KindExamples key={kind} slug={slug} kind={kind} effect={effect} />;
  });
}

export function KindExamples({ slug, kind, effect }: { slug: string; kind: string; effect: KindEffect }) {
  const { sample } = effect;
  const marks = marksOf(effect);
  const title = `${count(sample.length, 'example')} of ${formatNumber(marks)} ${kindWord(kind, marks)}, the highest contract values first`;
  return (
    <DialogBody className="border-t px-0 pb-2 max-sm:px-0">
      <h3 className="px-6 pb-2 font-medium max-sm:px-4">{title}</h3>
      <Table bleed aria-label={title}>
        <TableHeader>
          <TableHead>Name</TableHead>
          <TableHead>Status</TableHead>
          <TableHead numeric>Contract value</TableHead>
          <TableHead numeric>Inactive days</TableHead>
          <TableHead className="pl-8">Last information</TableHead>
        </TableHeader>
        <TableBody className="bg-transparent">
          {sample.map((row) => (
            <TableRow key={row.entity} single className="max-sm:pl-1">
              <TableCell phone="name" className="max-w-72 truncate font-medium">
                <AppLink href={`/${slug}/accounts/${accountPart(kind, row.entity)}`} target="_blank" className="rounded-sm hover:underline">
                  {row.name ?? lastPart(row.entity)}
                </AppLink>
              </TableCell>
              <TableCell phone="note">
                <ContractStatus status={row.contract_status} falls={pays(row.contract_status) && kind === 'accounts'} />
              </TableCell>
              <TableCell numeric phone="value">
                {row.contract_value === null ? <span className="text-muted-foreground">N/A</span> : formatNumber(row.contract_value)}
              </TableCell>
              <TableCell numeric phone="line" label="Inactive days">
                {row.inactive_days === null ? 'N/A' : formatNumber(row.inactive_days)}
              </TableCell>
              <TableCell quiet phone="hidden" className="pl-8 tabular-nums">
                {formatDay(utcDay(row.last_information_at))}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </DialogBody>
  );
}

/** Parts of an entity's name are percent-encoded, and so is an address. */
function accountPart(kind: string, entity: string): string {
  const parts = entity.split('/');
  return (['accounts', 'users', 'free_accounts'].includes(kind) ? parts[0] : parts[1]) ?? '';
}

const lastPart = (entity: string) => decodeURIComponent(entity.split('/').at(-1) ?? '');
