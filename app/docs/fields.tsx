import type { Schema } from '#lib/web/api-reference.ts';
import { schemaWords, variantsOf } from '#lib/web/schema-words.ts';
import { Code } from '@/components/ui/code.tsx';
import { Prose } from './prose.tsx';

type FieldOf = { name: string; schema: Schema; required: boolean; description?: string; place?: string };

/** The fields of a schema, of each kind that it may be of. */
export function Variants({ schema }: { schema: Schema }) {
  const variants = variantsOf(schema);
  if (variants.length === 0) return <p className="text-muted-foreground text-xs">{schemaWords(schema)}</p>;
  return variants.map(({ name, schema: { properties = {}, required = [] } }, i) => {
    const fields = Object.entries(properties).map(([field, of]) => ({ name: field, schema: of, required: required.includes(field) }));
    const key = `${name} ${i}`;
    return variants.length === 1 ? (
      <Fields key={key} fields={fields} />
    ) : (
      <div key={key} className="mt-2 border-t pt-2 first:mt-0 first:border-t-0 first:pt-0">
        <p className="text-muted-foreground text-xs">{name ? <Code>{name}</Code> : i === 0 ? 'Either' : 'Or'}</p>
        <Fields fields={fields.filter(({ schema: { const: value } }) => value === undefined)} />
      </div>
    );
  });
}

/** Name, what it takes, and what it means; what has fields of its own shows them below. */
export function Fields({ fields }: { fields: readonly FieldOf[] }) {
  return (
    <ul className="divide-y">
      {fields.map(({ name, schema, required, description = schema.description, place }) => (
        <li key={name} className="py-1.5 text-xs">
          <p className="flex flex-wrap items-baseline gap-x-2">
            <Code className="font-medium">{name}</Code>
            <span className="min-w-0 break-words text-muted-foreground">
              {place && `${place}, `}
              {schemaWords(schema)}
              {!required && ', may be left out'}
            </span>
          </p>
          {description && (
            <p className="max-w-[80ch]">
              <Prose text={description} />
            </p>
          )}
          {variantsOf(schema).length > 0 && (
            <div className="mt-1 border-l pl-3">
              <Variants schema={schema} />
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}
