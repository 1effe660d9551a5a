import type { Day } from '#lib/time.ts';
import { LAST_DAY } from './calendar.ts';
import { type Deed, planDeeds } from './plan-deeds.ts';
import { planFamilies } from './plan-families.ts';
import { planFates } from './plan-fates.ts';
import { type DemoSignal, tellLife } from './tell-life.ts';

/** What one day brings: signals that arrive together, and what people decide after them. */
export type DemoDay = { signals: readonly DemoSignal[]; deeds: readonly Deed[] };

/** The whole year, day by day: the same for the same seed and first day. */
export function planYear(seed: string, firstDay: Day): DemoDay[] {
  const accounts = planFamilies(seed, firstDay);
  const fates = planFates(seed, firstDay, accounts);
  const days = Array.from({ length: LAST_DAY + 1 }, () => ({ signals: [] as DemoSignal[], deeds: [] as Deed[] }));
  for (const [number, account] of accounts.entries()) {
    const fate = fates.get(account.account);
    if (!fate) continue;
    for (const { day, signals } of tellLife(seed, firstDay, account, fate, number)) days[day]?.signals.push(...signals);
  }
  for (const deed of planDeeds(seed, accounts, fates)) days[deed.day]?.deeds.push(deed);
  return days;
}
