'use client';

import { Play } from 'lucide-react';
import { useId, useState } from 'react';
import type { Parameter } from '#lib/web/api-reference.ts';
import { Button } from '@/components/ui/button.tsx';
import { CodeBlock } from '@/components/ui/code.tsx';
import { Input } from '@/components/ui/input.tsx';
import { useKey } from './key-provider.tsx';

type Answer = { status: string; text: string };

/** Reads with the key of the reader, and shows what came back. */
export function RunGet({ path, parameters }: { path: string; parameters: readonly Parameter[] }) {
  const { apiKey } = useKey();
  const [values, setValues] = useState<Record<string, string>>(() => Object.fromEntries(parameters.map((one) => [one.name, firstOf(one)])));
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [pending, setPending] = useState(false);
  const run = async () => {
    setPending(true);
    setAnswer(await read(addressOf(path, parameters, values), apiKey));
    setPending(false);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void run();
      }}
      className="space-y-3"
    >
      {parameters.length > 0 && (
        <div className="grid gap-3 sm:grid-cols-3">
          {parameters.map(({ name }) => (
            <Labelled key={name} name={name} value={values[name] ?? ''} onChange={(value) => setValues({ ...values, [name]: value })} />
          ))}
        </div>
      )}
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" disabled={apiKey === ''} pending={pending}>
          {!pending && <Play aria-hidden />}
          Run
        </Button>
        {apiKey === '' && (
          <span className="text-muted-foreground text-xs">
            Paste{' '}
            <a href="#your-key" className="rounded-sm underline decoration-1 underline-offset-[3px]">
              your key
            </a>{' '}
            to run it here.
          </span>
        )}
      </div>
      <div aria-live="polite">{answer && <CodeBlock label={answer.status} text={answer.text} />}</div>
    </form>
  );
}

function Labelled({ name, value, onChange }: { name: string; value: string; onChange: (value: string) => void }) {
  const id = useId();
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="font-mono text-muted-foreground text-xs">
        {name}
      </label>
      <Input id={id} value={value} onChange={(event) => onChange(event.target.value)} autoComplete="off" spellCheck={false} />
    </div>
  );
}

const firstOf = ({ example, schema }: Parameter) => example ?? (schema.examples?.[0] === undefined ? '' : String(schema.examples[0]));

function addressOf(path: string, parameters: readonly Parameter[], values: Record<string, string>): string {
  const query = parameters.flatMap(({ name, in: place }) => (place === 'query' && values[name] ? [[name, values[name]]] : []));
  const search = new URLSearchParams(query).toString();
  return `${path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(values[name] ?? ''))}${search && `?${search}`}`;
}

async function read(address: string, apiKey: string): Promise<Answer> {
  try {
    const response = await fetch(address, { headers: { Authorization: `Bearer ${apiKey}` }, credentials: 'omit', cache: 'no-store' });
    const text = await response.text();
    return { status: `${response.status} ${response.statusText}`, text: pretty(text) };
  } catch {
    return { status: 'No answer', text: 'The server could not be reached. Nothing was changed.' };
  }
}

function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
