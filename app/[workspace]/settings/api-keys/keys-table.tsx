'use client';

import { useState } from 'react';
import { actorWithin } from '@/components/retention/actor-words.ts';
import { Badge } from '@/components/ui/badge.tsx';
import { Button } from '@/components/ui/button.tsx';
import { cn } from '@/components/ui/cn.ts';
import { Code } from '@/components/ui/code.tsx';
import { formatNumber, relativeInstant } from '@/components/ui/format.ts';
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table.tsx';
import { When } from '@/components/ui/when.tsx';
import type { ListedKey } from './read-keys.ts';
import { RevokeKeyDialog } from './revoke-key-dialog.tsx';

export function KeysTable({ keys, now }: { keys: readonly ListedKey[]; now: string }) {
  const [leaving, setLeaving] = useState<ListedKey | null>(null);
  return (
    <>
      <Table>
        <TableHeader>
          <TableHead>Key</TableHead>
          <TableHead>Scopes</TableHead>
          <TableHead numeric>Requests a second</TableHead>
          <TableHead>Made</TableHead>
          <TableHead>Last used</TableHead>
          <TableHead>
            <span className="sr-only">Revoke</span>
          </TableHead>
        </TableHeader>
        <TableBody>
          {keys.map((key) => (
            <KeyRow key={key.id} entry={key} now={now} onRevoke={() => setLeaving(key)} />
          ))}
        </TableBody>
      </Table>
      <RevokeKeyDialog entry={leaving} onClose={() => setLeaving(null)} />
    </>
  );
}

function KeyRow({ entry, now, onRevoke }: { entry: ListedKey; now: string; onRevoke: () => void }) {
  const ended = entry.revoked_at !== null;
  return (
    <TableRow className={cn('max-sm:pl-1', ended && 'text-muted-foreground')}>
      <TableCell phone="name" className="py-2">
        <span className={cn('block', !ended && 'font-medium')}>{entry.name}</span>
        <Code className="text-muted-foreground text-xs">{entry.prefix}…</Code>
      </TableCell>
      <TableCell phone="line" className="py-2">
        <span className="flex max-w-64 flex-wrap gap-1">
          {entry.scopes.map((scope) => (
            <Badge key={scope}>
              <Code>{scope}</Code>
            </Badge>
          ))}
        </span>
      </TableCell>
      <TableCell phone="line" label="Requests a second" numeric>
        {formatNumber(entry.rate)}
      </TableCell>
      <TableCell phone="line" label="Made" className="py-2">
        <When at={entry.created_at} quiet />
        <span className="block text-muted-foreground text-xs max-sm:inline"> by {actorWithin(entry.by)}</span>
      </TableCell>
      <TableCell phone="line" label="Last used">
        {entry.last_used_at ? relativeInstant(entry.last_used_at, now) : 'Never'}
      </TableCell>
      <TableCell phone="value" className="text-right">
        {ended ? (
          <Badge tone="strong">Revoked</Badge>
        ) : (
          <Button variant="ghost" size="sm" onClick={onRevoke} aria-label={`Revoke ${entry.name}`}>
            Revoke
          </Button>
        )}
      </TableCell>
    </TableRow>
  );
}
