'use client';

import type { KeyboardEvent } from 'react';
import { useAddress } from '@/components/data/use-address.ts';

/** The day of a forecast that is looked at. It stands in the address as `?day=`, so that it can be linked to; where none of these days does, it is `otherwise`. */
export function useChosenDay(days: readonly { day: string }[], otherwise: string) {
  const { params, go, replace } = useAddress();
  const named = days.findIndex(({ day }) => day === params.get('day'));
  const at = Math.max(0, named >= 0 ? named : days.findIndex(({ day }) => day === otherwise));
  const step = (to: number) => replace({ day: days[Math.min(days.length - 1, Math.max(0, to))]?.day });
  return {
    at,
    /** Whether a person chose it. */
    chosen: named >= 0,
    choose: (day: string) => go({ day }),
    leave: () => go({ day: undefined }),
    step: (by: number) => step(at + by),
    onKeyDown: (event: KeyboardEvent) => {
      const to = { ArrowLeft: at - 1, ArrowRight: at + 1, PageUp: at - 7, PageDown: at + 7, Home: 0, End: days.length - 1 }[event.key];
      if (to === undefined) return;
      event.preventDefault();
      step(to);
    },
  };
}
