import type { Schema } from './api-reference.ts';

/** What a schema takes, in words: "text or null", "one of a, b", "whole number from 1 to 1,000, else 100". */
export function schemaWords(schema: Schema): string {
  const said = withoutDefault(whole(schema));
  return schema.default === undefined ? said : `${said}, else ${String(schema.default)}`;
}

/** The schemas of what has fields of its own within this one, by what tells them apart where it may be of several kinds. */
export function variantsOf(schema: Schema): { name: string | null; schema: Schema }[] {
  const one = whole(schema);
  if (one.properties) return [{ name: nameOf(one), schema: one }];
  if (one.items) return variantsOf(one.items);
  if (typeof one.additionalProperties === 'object') return variantsOf(one.additionalProperties);
  return (one.anyOf ?? one.oneOf ?? []).flatMap(variantsOf);
}

/** Conditions that hold together, as one. */
function whole({ allOf, ...schema }: Schema): Schema {
  return Object.assign({}, schema, ...(allOf ?? []).map(whole));
}

function withoutDefault(schema: Schema): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return `one of ${schema.enum.join(', ')}`;
  const union = schema.anyOf ?? schema.oneOf;
  if (union) return [...new Set(union.map(schemaWords))].join(' or ');
  if (Array.isArray(schema.type)) return schema.type.map((type) => withoutDefault({ ...schema, type })).join(' or ');
  if (schema.items) return `list of ${plural(schemaWords(schema.items))}`;
  if (typeof schema.additionalProperties === 'object' && !schema.properties && schema.type === 'object') {
    const each = schemaWords(schema.additionalProperties);
    return each === ANYTHING ? 'object' : `by name: ${each}`;
  }
  return `${WORDS[schema.type ?? ''] ?? ANYTHING}${rangeOf(schema)}`;
}

const ANYTHING = 'anything';
const WORDS: Record<string, string> = {
  string: 'text',
  integer: 'whole number',
  number: 'number',
  boolean: 'true or false',
  object: 'object',
  null: 'null',
};

function plural(words: string): string {
  return /^(object|text|number|whole number)$/.test(words) ? ({ object: 'objects', text: 'texts' }[words] ?? `${words}s`) : words;
}

/** JSON knows no numbers beyond these: they are no bound of ours. */
function rangeOf({ type, minimum, maximum }: Schema): string {
  if (type !== 'integer' && type !== 'number') return '';
  const from = minimum !== undefined && minimum > Number.MIN_SAFE_INTEGER ? ` from ${minimum.toLocaleString('en-US')}` : '';
  const to = maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER ? ` to ${maximum.toLocaleString('en-US')}` : '';
  return from + to;
}

/** A kind of several says its name by the one field whose value is given. */
function nameOf({ properties = {} }: Schema): string | null {
  const [told] = Object.entries(properties).flatMap(([name, { const: value }]) => (value === undefined ? [] : [`${name}: ${value}`]));
  return told ?? null;
}
