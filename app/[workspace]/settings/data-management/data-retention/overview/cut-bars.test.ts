import { describe, expect, it } from 'vitest';
import { cutBars } from './cut-bars.ts';

const days = (...totals: number[]) => totals.map((purges, i) => ({ day: `2026-07-${String(i + 1).padStart(2, '0')}`, marks: 0, purges }));

describe('the bars of the forecast', () => {
  it('are as high as their numbers, where these are alike', () => {
    const bars = cutBars(days(10, 20, 30, 10, 20, 30, 10, 20, 30, 10));
    expect(bars.map(({ drawnPurges }) => drawnPurges)).toEqual([10, 20, 30, 10, 20, 30, 10, 20, 30, 10]);
    expect(bars.every(({ cut }) => cut === null)).toBe(true);
  });
  it('are cut where one is far above the others, and then say their number', () => {
    const bars = cutBars(days(10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 8122));
    expect(bars.at(-1)).toMatchObject({ cut: 8122, purges: 8122, drawnPurges: 12.5 });
    expect(bars[0]).toMatchObject({ cut: null, drawnPurges: 10 });
  });
  it('are not cut where many are high: the end of a forecast is steep', () => {
    const bars = cutBars(days(10, 10, 10, 10, 10, 10, 300, 290, 280, 270));
    expect(bars.every(({ cut }) => cut === null)).toBe(true);
  });
  it('are not cut where few days have any and these are alike', () => {
    const bars = cutBars(days(82, 0, 0, 50, 0, 122, 0, 100, 0, 0));
    expect(bars.every(({ cut }) => cut === null)).toBe(true);
  });
  it('keep the parts of a cut bar in their proportion', () => {
    const [bar] = cutBars([{ day: '2026-07-01', marks: 30, purges: 90 }, ...days(...Array(20).fill(4))]);
    expect(bar?.drawnPurges).toBeCloseTo((bar?.drawnMarks ?? 0) * 3);
  });
  it('of nothing are nothing', () => {
    expect(cutBars(days(0, 0, 0)).every(({ cut, drawnPurges }) => cut === null && drawnPurges === 0)).toBe(true);
  });
});
