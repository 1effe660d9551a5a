import type { ReactNode } from 'react';
import { Rule } from '@/components/retention/mark-reason.tsx';
import { CardBody, SettingsCard } from '@/components/ui/card.tsx';

export type ArchiveCardProps = {
  archived: boolean;
  marked: boolean;
  /** Archive, or Restore. */
  action: ReactNode;
  /** Delete for good; stands apart. */
  deletion: ReactNode;
};

/** R16. What archiving means, and the way there and back. */
export function ArchiveCard({ archived, marked, action, deletion }: ArchiveCardProps) {
  return (
    <SettingsCard title={archived ? 'Archived' : 'Archive'}>
      <CardBody className="grid gap-3">
        <p className="text-muted-foreground">
          {archived
            ? 'It is left out of lists, searches and quota, and refuses information. Restoring it counts as information'
            : 'Leaves lists, searches and quota, and refuses information'}
          {marked && (archived ? ', and takes its mark' : '. It keeps its mark and its purge day')} <Rule number="R16" />.
        </p>
        <div className="grid">{action}</div>
      </CardBody>
      {archived && (
        <CardBody className="grid gap-3 border-t">
          <p className="text-muted-foreground">Deleting it needs no 30 days and cannot be undone.</p>
          <div className="grid">{deletion}</div>
        </CardBody>
      )}
    </SettingsCard>
  );
}
