import type { ApiDocument } from '#lib/web/api-reference.ts';
import { Card } from '@/components/ui/card.tsx';
import { Code, CodeBlock } from '@/components/ui/code.tsx';
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table.tsx';
import { Prose } from './prose.tsx';

/** What is answered where a request fails. */
export function Problems({ problems }: { problems: ApiDocument['components']['schemas']['Problem'] }) {
  return (
    <section aria-labelledby="problems" className="max-w-[900px] space-y-5">
      <div>
        <h2 id="problems" className="scroll-mt-16 font-semibold text-lg tracking-[-0.01em]">
          Problems
        </h2>
        <p className="mt-1 max-w-[72ch] text-muted-foreground">
          What fails answers with <Code>application/problem+json</Code> (RFC 9457). <Code>type</Code> says what kind of problem it is,{' '}
          <Code>detail</Code> what to do about it, and <Code>errors</Code> names the fields of the input. Bad input changes nothing.
        </p>
      </div>
      <Card aria-label="Types of problems">
        <Table>
          <TableHeader>
            <TableHead numeric>Status</TableHead>
            <TableHead>Type</TableHead>
            <TableHead>When</TableHead>
          </TableHeader>
          <TableBody>
            {problems.properties.type.oneOf.map(({ const: type, title, description = '', 'x-status': status }) => (
              <TableRow key={String(type)}>
                <TableCell phone="value" numeric className="py-2 align-top">
                  {status}
                </TableCell>
                <TableCell phone="name" className="py-2 align-top">
                  <span className="block font-medium">{title}</span>
                  <Code className="break-all text-muted-foreground text-xs">{String(type)}</Code>
                </TableCell>
                <TableCell phone="line" className="py-2 align-top">
                  <Prose text={description} />
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </Card>
      <CodeBlock label="A problem" text={JSON.stringify(EXAMPLE, null, 2)} />
    </section>
  );
}

const EXAMPLE = {
  type: 'urn:perennial:problem:invalid',
  title: 'Invalid input',
  status: 422,
  detail: 'The input was refused and nothing was changed. See errors.',
  errors: [{ path: 'accounts', message: 'Enter a whole number from 1 to 3,650, or null for Never.' }],
};
