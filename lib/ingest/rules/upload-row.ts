/** What a file holds: accounts, users, or the objects of a collection. */
export type UploadKind = 'accounts' | 'users' | 'objects';
/** What a column is: part of the name of the entity, something that the platform knows, an attribute by its own name, or nothing. */
export type Column = 'account' | 'user' | 'object' | 'name' | 'contract_status' | 'contract_value' | 'parent' | 'attribute' | 'skip';
export type Mapping = readonly Column[];
export type UploadTarget = { kind: UploadKind; collection: string | null };

/** The column that says in a file of refused rows why; passed over when the file is sent again. */
export const REASON_COLUMN = 'Refused because';

const KNOWN: Record<UploadKind, readonly Column[]> = {
  accounts: ['account', 'name', 'contract_status', 'contract_value', 'parent'],
  users: ['account', 'user', 'name'],
  objects: ['account', 'object', 'name'],
};

/** The columns that may be chosen for a kind, those that it needs first. */
export function columnsOf(kind: UploadKind): Column[] {
  return [...KNOWN[kind], 'attribute', 'skip'];
}

/** Headings that people use, in lower case without blanks and underscores. */
const HEADINGS: Record<string, Column> = {
  account: 'account',
  accountid: 'account',
  accountidentifier: 'account',
  user: 'user',
  userid: 'user',
  email: 'user',
  object: 'object',
  objectid: 'object',
  name: 'name',
  accountname: 'name',
  username: 'name',
  status: 'contract_status',
  contractstatus: 'contract_status',
  value: 'contract_value',
  contractvalue: 'contract_value',
  parent: 'parent',
  parentid: 'parent',
  parentaccount: 'parent',
};

/** A first guess of what the columns are, by their headings; what is not known becomes an attribute. Nothing is guessed twice. */
export function guessMapping(headings: readonly string[], kind: UploadKind): Column[] {
  const allowed = KNOWN[kind];
  const taken = new Set<Column>();
  return headings.map((heading) => {
    if (heading === REASON_COLUMN || heading.trim() === '') return 'skip';
    const plain = heading.toLowerCase().replace(/[\s_-]+/g, '');
    const guess = plain === 'id' ? idOf(kind) : HEADINGS[Object.hasOwn(HEADINGS, plain) ? plain : ''];
    if (guess === undefined || !allowed.includes(guess) || taken.has(guess)) return 'attribute';
    taken.add(guess);
    return guess;
  });
}

/** What is wrong with a mapping, in words; null where it can be used. */
export function mappingFault(mapping: Mapping, kind: UploadKind): string | null {
  const needed: Column[] = kind === 'accounts' ? ['account'] : ['account', idOf(kind)];
  const missing = needed.filter((column) => !mapping.includes(column));
  if (missing.length > 0) return `Choose the column that holds the identifier of the ${missing.join(' and of the ')}.`;
  const twice = KNOWN[kind].find((column) => mapping.filter((m) => m === column).length > 1);
  return twice ? `Only one column can be the ${twice.replace('_', ' ')}.` : null;
}

/** A row as the signal that it is. Empty cells say nothing: what is stored stays. */
export function signalOfRow(
  cells: readonly string[],
  headings: readonly string[],
  mapping: Mapping,
  { kind, collection }: UploadTarget,
): object {
  const named: Record<string, string> = {};
  const attributes: [string, string][] = [];
  mapping.forEach((column, i) => {
    const cell = (cells[i] ?? '').trim();
    if (column === 'skip') return;
    if (column === 'account' || column === 'user' || column === 'object') named[column] = cell;
    else if (cell !== '') attributes.push([column === 'attribute' ? (headings[i] ?? '').trim() : column, cell]);
  });
  const type = { accounts: 'account', users: 'user', objects: 'object' }[kind];
  return { type, ...named, ...(kind === 'objects' ? { collection } : {}), attributes: Object.fromEntries(attributes) };
}

function idOf(kind: UploadKind): Column {
  return ({ accounts: 'account', users: 'user', objects: 'object' } as const)[kind];
}
