import type { BenchLine, BenchOptions, TimedLine } from './line.ts';

/** One JSON value, as others read it. */
export function printedJson(lines: readonly BenchLine[]): string {
  const rows = lines.map((line) => {
    const [ours, floor] = [median(line.pairs.map((pair) => pair.ours.ms)), median(line.pairs.map((pair) => pair.floor.ms))];
    const { work, k, n, pairs } = line;
    return { work, k, n, runs: pairs.length, ours_ms: round(ours, 1), floor_ms: round(floor, 1), ratio: round(ours / floor, 3) };
  });
  return `${JSON.stringify(rows, null, 2)}\n`;
}

/** A line a piece of work: medians, and the least and greatest ratio of a pair. */
export function printed(lines: readonly BenchLine[], { quick }: BenchOptions): string {
  const heads = ['work', 'k', 'of N', 'runs', 'ours ms', 'floor ms', 'ratio', 'least', 'most', 'rows/s'];
  const rows = lines.map((line) => {
    const { work, k, n, pairs } = line;
    const [ours, floor] = [median(pairs.map((pair) => pair.ours.ms)), median(pairs.map((pair) => pair.floor.ms))];
    const ratios = pairs.map((pair) => pair.ours.ms / pair.floor.ms);
    const cells = [work, count(k), count(n), String(pairs.length), ours.toFixed(0), floor.toFixed(0), (ours / floor).toFixed(2)];
    cells.push(Math.min(...ratios).toFixed(2), Math.max(...ratios).toFixed(2), count(Math.round(k / (ours / 1000))));
    if (quick) return cells;
    const wal = (of: 'ours' | 'floor') => count(Math.round(median(pairs.map((pair) => pair[of].walBytes)) / k));
    return [...cells, wal('ours'), wal('floor')];
  });
  const memory = lines.map(({ work, peakMb }) => `${work} ${count(peakMb)} MB`).join(', ');
  return `${aligned([quick ? heads : [...heads, 'WAL B/row', 'floor’s'], ...rows])}peak memory of this process after each: ${memory}\n`;
}

/** A line a thing that is waited for: the median, the least and the most, beside what it should stay below at a million. */
export function printedTimes(timed: readonly TimedLine[]): string {
  const rows = timed.map(({ work, k, n, ms, targetMs }) => {
    const times = [median(ms), Math.min(...ms), Math.max(...ms)].map((time) => time.toFixed(0));
    return [work, count(k), count(n), String(ms.length), ...times, targetMs === null ? '' : count(targetMs)];
  });
  return aligned([['work', 'k', 'of N', 'runs', 'ms', 'least', 'most', 'target at 1 M'], ...rows]);
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low = 0, high = 0] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return (low + high) / 2;
}

function aligned(rows: readonly string[][]): string {
  const widths = rows[0]?.map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0))) ?? [];
  const line = (row: string[]) => row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join('  ');
  return `${rows.map(line).join('\n')}\n`;
}

const count = (n: number) => n.toLocaleString('en-US');
const round = (n: number, digits: number) => Number(n.toFixed(digits));
