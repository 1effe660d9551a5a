import { pays } from '#lib/retention/rules/lifecycle.ts';
import { count } from '@/components/ui/format.ts';
import type { StatusRow } from './effect-numbers.ts';

/** Accounts of one contract status, or of several in one line: what is marked of them, and what stays active. */
export type StatusLine = Omit<StatusRow, 'status'> & {
  label: string;
  status: string | null;
  /** Whether accounts that pay are marked. */
  falls: boolean;
  /** Undefined: it is still counted. */
  stay: number | undefined;
};

/** A line a status, those of which most is marked first and those that pay before all; a status is any text, and so the last of many stand together. */
export function statusLines(marked: readonly StatusRow[], staying: readonly { status: string; n: number }[] | undefined): StatusLine[] {
  const statuses = [...new Set([...marked, ...(staying ?? [])].map(({ status }) => status))];
  const lines = statuses.map((status) => {
    const row = marked.find((of) => of.status === status) ?? NOTHING;
    const stay = staying && (staying.find((of) => of.status === status)?.n ?? 0);
    return { ...row, status, label: status, falls: pays(status) && row.own + row.along > 0, stay };
  });
  const sorted = lines.toSorted(byWeight);
  if (sorted.length <= MOST_LINES) return sorted;
  const others = sorted.slice(MOST_LINES - 2);
  const [paying, rest] = [others.filter(({ falls }) => falls), others.filter(({ falls }) => !falls)];
  return [
    ...sorted.slice(0, MOST_LINES - 2),
    ...(paying.length > 0 ? [totalLine(paying, count(paying.length, 'other that pays', 'others that pay'))] : []),
    ...(rest.length > 0 ? [totalLine(rest, count(rest.length, 'other status', 'other statuses'))] : []),
  ];
}

/** Several lines in one. */
export function totalLine(lines: readonly StatusLine[], label: string): StatusLine {
  const sum = (pick: (line: StatusLine) => number) => lines.reduce((n, line) => n + pick(line), 0);
  return {
    label,
    status: null,
    falls: lines.length > 0 && lines.every(({ falls }) => falls),
    own: sum(({ own }) => own),
    along: sum(({ along }) => along),
    contract_value: sum(({ contract_value }) => contract_value),
    stay: lines.some(({ stay }) => stay === undefined) ? undefined : sum(({ stay }) => stay ?? 0),
  };
}

type Weighed = StatusLine & { status: string };

function byWeight(a: Weighed, b: Weighed): number {
  const marks = ({ own, along }: Weighed) => own + along;
  return Number(b.falls) - Number(a.falls) || marks(b) - marks(a) || (b.stay ?? 0) - (a.stay ?? 0) || (a.status < b.status ? -1 : 1);
}

const NOTHING = { own: 0, along: 0, contract_value: 0 };
const MOST_LINES = 7;
