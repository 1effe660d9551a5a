import { Card, CardBody } from '@/components/ui/card.tsx';
import { Code } from '@/components/ui/code.tsx';
import { type Groups, NavList } from './docs-nav.tsx';
import { KeyField } from './key-field.tsx';

export function Introduction({ host, groups }: { host: string; groups: Groups }) {
  return (
    <header className="max-w-[900px] space-y-5">
      <div>
        <h1 className="font-semibold text-xl tracking-[-0.015em]">HTTP interface</h1>
        <p className="mt-1 max-w-[72ch] text-base text-muted-foreground">
          All that programs can do, under <Code>{host}</Code>. JSON in UTF-8; instants in UTC, days as <Code>2026-07-04</Code>. A key
          belongs to one workspace and does what its scopes say; they do not include one another. The same as a document for programs:{' '}
          <a
            href="/api/v1/openapi.json"
            className="rounded-sm underline decoration-1 decoration-muted-foreground/60 underline-offset-[3px] hover:decoration-foreground"
          >
            openapi.json
          </a>
          .
        </p>
      </div>
      <Card id="your-key" aria-label="Your key" className="scroll-mt-16">
        <CardBody>
          <KeyField />
        </CardBody>
      </Card>
      <details className="lg:hidden">
        <summary className="w-fit cursor-pointer rounded-sm font-medium text-sm">All operations</summary>
        <nav aria-label="Operations" className="mt-2">
          <NavList groups={groups} />
        </nav>
      </details>
    </header>
  );
}
