import { pays } from '#lib/retention/rules/lifecycle.ts';
import type { StatusRow } from './effect-numbers.ts';

/** Accounts of one contract status, or of several in one line: what is marked of them, and what stays active. Undefined: it is still counted. */
export type StatusLine = Omit<StatusRow, 'status'> & { label: string; status: string | null; stay: number | undefined };

/** A line a status, those of which most is marked first and those that pay before all; a status is any text, and so the last of many stand together. */
export function statusLines(marked: readonly StatusRow[], staying: readonly { status: string; n: number }[] | undefined): StatusLine[] {
  const statuses = [...new Set([...marked, ...(staying ?? [])].map(({ status }) => status))];
  const lines = statuses.map((status) => ({
    ...(marked.find((row) => row.status === status) ?? NOTHING),
    status,
    label: status,
    stay: staying && (staying.find((row) => row.status === status)?.n ?? 0),
  }));
  const sorted = lines.toSorted(byWeight);
  const [shown, others] = sorted.length > MOST_LINES ? [sorted.slice(0, MOST_LINES - 1), sorted.slice(MOST_LINES - 1)] : [sorted, []];
  return others.length === 0 ? shown : [...shown, totalLine(others, `${others.length} other statuses`)];
}

/** Several lines in one. */
export function totalLine(lines: readonly StatusLine[], label: string): StatusLine {
  const sum = (pick: (line: StatusLine) => number) => lines.reduce((n, line) => n + pick(line), 0);
  return {
    label,
    status: null,
    own: sum(({ own }) => own),
    along: sum(({ along }) => along),
    contract_value: sum(({ contract_value }) => contract_value),
    stay: lines.some(({ stay }) => stay === undefined) ? undefined : sum(({ stay }) => stay ?? 0),
  };
}

type Weighed = StatusLine & { status: string };

function byWeight(a: Weighed, b: Weighed): number {
  const marks = ({ own, along }: Weighed) => own + along;
  const falls = (line: Weighed) => Number(marks(line) > 0 && pays(line.status));
  return falls(b) - falls(a) || marks(b) - marks(a) || (b.stay ?? 0) - (a.stay ?? 0) || (a.status < b.status ? -1 : 1);
}

const NOTHING = { own: 0, along: 0, contract_value: 0 };
const MOST_LINES = 7;
