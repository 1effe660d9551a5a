import { formatNumber } from '@/components/ui/format.ts';

/** R3. Inactive days as they are shown: "N/A" where the day of the last information is not over. */
export function inactiveText(days: number | null): string {
  return days === null ? 'N/A' : formatNumber(days);
}
