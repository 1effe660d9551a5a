'use client';

import type { EntityKind } from '#lib/entities/rules/entity-reference.ts';
import { dataAddress } from '@/components/data/data-address.ts';
import { useData } from '@/components/data/use-data.ts';
import type { Explanation } from '@/components/retention/explain-words.ts';
import { ExplanationView } from '@/components/retention/explanation.tsx';
import { textLink } from '@/components/ui/app-link.tsx';
import { cn } from '@/components/ui/cn.ts';
import { Dialog, DialogBody, DialogContent, DialogTrigger } from '@/components/ui/dialog.tsx';
import { ListFailed } from '@/components/ui/list-failed.tsx';
import { Skeleton } from '@/components/ui/skeleton.tsx';

type ExplainRecordProps = {
  slug: string;
  kind: EntityKind;
  /** As the API names it: `acme`, `acme/ann`, `licenses/acme/l-1`, each part percent-encoded. */
  entity: string;
  name: string;
  now: string;
  className?: string;
};

/** A link to why one record is kept, marked or due. */
export function ExplainRecord({ slug, kind, entity, name, now, className }: ExplainRecordProps) {
  return (
    <Dialog>
      <DialogTrigger aria-label={`Explain ${name}`} className={cn(textLink, 'text-sm', className)}>
        Explain
      </DialogTrigger>
      <DialogContent title={`${name}: why, and when`} description="What decides whether it stays, and on which day it goes." size="lg">
        <Answer slug={slug} kind={kind} entity={entity} now={now} />
      </DialogContent>
    </Dialog>
  );
}

function Answer({ slug, kind, entity, now }: Pick<ExplainRecordProps, 'slug' | 'kind' | 'entity' | 'now'>) {
  const { data, error, refetch } = useData<Explanation>(dataAddress(slug, 'explain', { kind, entity }));
  if (data) return <ExplanationView explained={data} now={now} />;
  if (error) return <ListFailed what="The explanation" error={error} onRetry={() => void refetch()} />;
  return (
    <DialogBody>
      <Skeleton className="h-40" />
    </DialogBody>
  );
}
