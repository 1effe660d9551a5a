import { isPlainText } from '#lib/rules/plain-text.ts';

const MAX_LEVELS = 4;
const MAX_FIELDS = 40;
const MAX_NAME = 80;
/** Fields that say what kind of thing was sent, and nothing of an entity. */
const SHOWN = new Set(['type', 'event', 'activity']);

/** What something that was sent looked like: the names of its fields, and in place of their values what these are. It holds no identifier
 *  and no value of an entity, so that no sample outlives what was purged (R11). */
export function sampleOf(sent: unknown, levels = 0): unknown {
  if (sent === null || sent === undefined) return null;
  if (typeof sent !== 'object') return WORDS[typeof sent] ?? null;
  if (levels === MAX_LEVELS) return Array.isArray(sent) ? 'list' : 'object';
  if (Array.isArray(sent)) return sent.slice(0, 1).map((first) => sampleOf(first, levels + 1));
  const fields = Object.entries(sent).slice(0, MAX_FIELDS);
  return Object.fromEntries(
    fields.map(([name, value]) => [shownName(name), isShown(name, value, levels) ? value : sampleOf(value, levels + 1)]),
  );
}

const WORDS: Record<string, string> = { string: 'text', number: 'number', boolean: 'true or false' };

function isShown(name: string, value: unknown, levels: number): boolean {
  return levels === 0 && SHOWN.has(name) && typeof value === 'string' && value.length <= MAX_NAME && isPlainText(value);
}

function shownName(name: string): string {
  return name.slice(0, MAX_NAME).toWellFormed().replaceAll('\0', '\ufffd');
}
