import { CircleAlert, CircleHelp } from 'lucide-react';
import { formatNumber } from '@/components/ui/format.ts';
import { StatTile, StatTiles } from '@/components/ui/stat-tiles.tsx';
import type { Counts } from './health-hours.ts';

/** What came of all that was received. */
export function HealthTiles({ sum }: { sum: Counts }) {
  return (
    <StatTiles className="shadow-none">
      <StatTile
        label="Received"
        value={formatNumber(sum.received)}
        note={sum.repeated > 0 ? `${formatNumber(sum.repeated)} sent again, stored once` : 'signals and events'}
      />
      <StatTile
        label="Accepted"
        value={formatNumber(sum.accepted)}
        note={sum.redated > 0 ? `${formatNumber(sum.redated)} dated by receipt` : 'stored'}
      />
      <StatTile
        label="Refused"
        value={formatNumber(sum.refused)}
        note={sum.refused > 0 ? 'at fault, see below' : 'nothing was at fault'}
        {...(sum.refused > 0 && { tone: 'gone', icon: <CircleAlert aria-hidden /> })}
      />
      <StatTile
        label="Unattributed"
        value={formatNumber(sum.unattributed)}
        note="no account was known"
        {...(sum.unattributed > 0 && { icon: <CircleHelp aria-hidden /> })}
      />
    </StatTiles>
  );
}
