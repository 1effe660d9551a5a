import type { ReactNode } from 'react';
import type { Operation } from '#lib/web/api-reference.ts';
import { Badge } from '@/components/ui/badge.tsx';
import { Card, CardBody } from '@/components/ui/card.tsx';
import { Code, CodeBlock } from '@/components/ui/code.tsx';
import { Fields, Variants } from './fields.tsx';
import { Prose } from './prose.tsx';
import { RunGet } from './run-get.tsx';

/** What an operation is, what it takes and answers, and a line that does it. */
export function OperationCard({ operation }: { operation: Operation }) {
  const { id, method, path, summary, needs, parameters, body, answer, key, curl } = operation;
  const usual = key.scheme === 'bearer';
  const runs = method === 'GET' && usual;
  return (
    <Card id={id} aria-labelledby={`${id}-name`} className="scroll-mt-16">
      <header className="border-b px-5 py-4 max-sm:px-4">
        <h3 id={`${id}-name`} className="flex flex-wrap items-baseline gap-x-2 gap-y-1 text-sm">
          <Badge tone="strong" className="font-mono">
            {method}
          </Badge>
          <Code className="break-all font-medium">{path}</Code>
        </h3>
        <p className="mt-1.5 max-w-[80ch] text-sm">
          <Prose text={summary} />
        </p>
        <p className="mt-0.5 text-muted-foreground text-xs">
          <Prose text={usual ? needs : `${needs} ${key.description}`} />
        </p>
      </header>
      <CardBody className="space-y-5">
        <CodeBlock label="curl" text={curl} />
        {runs && <RunGet path={path} parameters={parameters.filter(({ in: place }) => place !== 'header')} />}
        {parameters.length > 0 && (
          <Part title="Parameters">
            <Fields fields={parameters.map(({ in: place, ...parameter }) => ({ ...parameter, place }))} />
          </Part>
        )}
        {body && (
          <Part title={`Body, ${body.types.join(' or ')}`}>
            <Variants schema={body.schema} />
          </Part>
        )}
        <Answer {...answer} />
      </CardBody>
    </Card>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <h4 className="mb-1 font-medium text-muted-foreground text-xs">{title}</h4>
      {children}
    </div>
  );
}

function Answer({ status, type, schema }: Operation['answer']) {
  const title = `Answer ${status}${type ? `, ${type}` : ', without a body'}`;
  if (!schema) return <p className="font-medium text-muted-foreground text-xs">{title}</p>;
  return (
    <details>
      <summary className="w-fit cursor-pointer rounded-sm font-medium text-muted-foreground text-xs hover:text-foreground">{title}</summary>
      <div className="mt-1">
        <Variants schema={schema} />
      </div>
    </details>
  );
}
