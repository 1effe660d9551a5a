import { kindName, kindWord } from '@/components/retention/kind-name.ts';
import { formatDay, formatNumber } from '@/components/ui/format.ts';

export type Told = { action: string; entity: string | null; from: unknown; to: unknown };

/** What an entry says, in words that go on behind who did it: "saved Accounts: Never → 90 days". */
export function auditWords(entry: Told): string {
  return (SAID[entry.action] ?? plainly)(entry);
}

/** The actions that a trail can be filtered by, as people call them. */
export const AUDIT_ACTIONS: readonly { value: string; label: string }[] = [
  { value: 'policy.saved', label: 'Policy saved' },
  { value: 'run.started', label: 'Run started' },
  { value: 'run.marked', label: 'Marked' },
  { value: 'run.lifted', label: 'Mark lifted' },
  { value: 'run.purged', label: 'Purged' },
  { value: 'run.unheld', label: 'Hold run out' },
  { value: 'run.finished', label: 'Run finished' },
  { value: 'breaker.allowed', label: 'Marks allowed' },
  { value: 'breaker.refused', label: 'Marks refused' },
  { value: 'entities.revived', label: 'Revived' },
  { value: 'entities.restored', label: 'Restored by information' },
  { value: 'hold.put', label: 'Put on hold' },
  { value: 'hold.changed', label: 'Hold changed' },
  { value: 'hold.ended', label: 'Hold ended' },
  { value: 'account.archived', label: 'Account archived' },
  { value: 'account.restored', label: 'Account restored' },
  { value: 'account.edited', label: 'Account edited' },
  { value: 'account.deleted', label: 'Account deleted' },
  { value: 'list.downloaded', label: 'List downloaded' },
  { value: 'collection.created', label: 'Collection defined' },
  { value: 'pause.set', label: 'Paused or resumed' },
  { value: 'safety.saved', label: 'Safety saved' },
  { value: 'api-key.created', label: 'API key made' },
  { value: 'api-key.revoked', label: 'API key revoked' },
  { value: 'ingest-settings.saved', label: 'Client settings saved' },
  { value: 'person.added', label: 'Person added' },
  { value: 'workspace.created', label: 'Workspace made' },
  { value: 'workspace.changed', label: 'Workspace changed' },
];

const SAID: Record<string, (entry: Told) => string> = {
  'policy.saved': ({ entity, from, to }) =>
    `saved ${kindName(rest(entity))}: ${daysWords(field(from, 'days'))} → ${daysWords(field(to, 'days'))}`,
  'run.started': ({ entity }) => `started the run of ${runDay(entity)}`,
  'run.marked': ({ entity, to }) => `marked ${counted(to)} in the run of ${runDay(entity)}`,
  'run.lifted': ({ entity, to }) => `lifted the marks of ${counted(to)} in the run of ${runDay(entity)}`,
  'run.purged': ({ entity, to }) => `purged ${counted(to)} for good in the run of ${runDay(entity)}`,
  'run.unheld': ({ entity, to }) => `ended the holds of ${counted(to)} in the run of ${runDay(entity)}`,
  'run.finished': ({ entity, to }) => `finished the run of ${runDay(entity)}: ${totals(to)}`,
  'breaker.allowed': ({ entity, to }) => `allowed the marks of ${kindName(text(to, 'kind'))} in the run of ${runDay(entity)}`,
  'breaker.refused': ({ entity, to }) => `refused the marks of ${kindName(text(to, 'kind'))} in the run of ${runDay(entity)}`,
  'entities.revived': ({ entity, to }) => revivedWords(entity, to),
  'entities.restored': ({ to }) => `sent information that restored ${counted(to)}`,
  'hold.put': ({ entity, to }) => `put ${entity} on hold${throughWords(to)}`,
  'hold.changed': ({ entity, to }) => `changed the hold on ${entity}${throughWords(to)}`,
  'hold.ended': ({ entity }) => `ended the hold on ${entity}`,
  'account.archived': ({ entity }) => `archived ${entity}`,
  'account.restored': ({ entity }) => `restored ${entity}`,
  'account.edited': ({ entity, to }) =>
    `edited ${entity}${fieldsWords(to)}${field(to, 'lifted') === undefined ? '' : ', and so lifted its mark of expiry'}`,
  'account.deleted': ({ entity }) => `deleted ${entity} for good`,
  'list.downloaded': ({ entity, to }) =>
    `downloaded ${listWords(rest(entity), text(to, 'kind'))}${field(to, 'filtered') === true ? ', filtered' : ''}`,
  'collection.created': ({ entity }) => `defined the collection ${rest(entity)}`,
  'pause.set': ({ to }) => pauseWords(to),
  'safety.saved': () => 'saved the safety settings',
  'api-key.created': ({ to }) => `made an API key${scopesWords(to)}`,
  'api-key.revoked': () => 'revoked an API key',
  'ingest-settings.saved': ({ to }) => `changed how the traffic of clients is read${fieldsWords(to)}`,
  'person.added': ({ to }) => `added a person as ${text(to, 'role').replace('_', ' ')}`,
  'workspace.created': () => 'made the workspace',
  'workspace.changed': () => "changed the workspace's contract",
};

function plainly({ action, entity }: Told): string {
  return entity ? `${action} ${entity}` : action;
}

function revivedWords(entity: string | null, to: unknown): string {
  const what = entity ?? counted(to);
  return field(to, 'by') === 'information' ? `sent information that revived ${what}` : `revived ${what}`;
}

function listWords(list: string, kind: string): string {
  const what = kindWord(kind || 'accounts', 2);
  if (list === 'marked') return `the list of marked ${what}`;
  return list === 'to-be-marked' ? `the list of ${what} that would be marked` : 'the audit trail';
}

function throughWords(to: unknown): string {
  const until = field(to, 'until');
  return typeof until === 'string' ? ` through ${formatDay(until)}` : '';
}

function fieldsWords(to: unknown): string {
  const fields = field(to, 'fields');
  return Array.isArray(fields) && fields.length > 0 ? `: ${fields.map((name) => String(name).replaceAll('_', ' ')).join(', ')}` : '';
}

function scopesWords(to: unknown): string {
  const scopes = field(to, 'scopes');
  return Array.isArray(scopes) ? ` with the ${scopes.length === 1 ? 'scope' : 'scopes'} ${scopes.join(', ')}` : '';
}

function pauseWords(to: unknown): string {
  const paused = ['marking', 'purging'].filter((what) => field(to, what) === true);
  return paused.length > 0 ? `paused ${paused.join(' and ')}` : 'let marking and purging go on';
}

/** "marked 12, lifted 0, purged 3". */
function totals(to: unknown): string {
  return ['marked', 'lifted', 'purged'].map((effect) => `${effect} ${formatNumber(sum(numbers(field(to, effect))))}`).join(', ');
}

/** "3 accounts and 1 user"; "nothing" where all are zero. */
function counted(to: unknown): string {
  const said = Object.entries(numbers(to)).flatMap(([kind, n]) =>
    n === 0 || kind === 'chunk' ? [] : [`${formatNumber(n)} ${kindWord(kind, n)}`],
  );
  return said.length === 0 ? 'nothing' : list.format(said);
}

function numbers(value: unknown): Record<string, number> {
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return Object.fromEntries(entries.filter((entry): entry is [string, number] => typeof entry[1] === 'number'));
}

const sum = (counts: Record<string, number>) => Object.values(counts).reduce((a, b) => a + b, 0);

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Object.entries(value).find(([key]) => key === name)?.[1] : undefined;
}

const text = (value: unknown, name: string) => String(field(value, name) ?? '');

function daysWords(days: unknown): string {
  if (typeof days === 'number') return `${formatNumber(days)} ${days === 1 ? 'day' : 'days'}`;
  return days === 'inherit' ? 'Inherit' : 'Never';
}

/** Behind the first slash. */
const rest = (entity: string | null) => entity?.slice(entity.indexOf('/') + 1) ?? '';

function runDay(entity: string | null): string {
  const day = rest(entity);
  return /^\d{4}-\d{2}-\d{2}$/.test(day) ? formatDay(day) : day;
}

const list = new Intl.ListFormat('en-GB', { type: 'conjunction' });
