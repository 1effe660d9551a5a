import type { Metadata } from 'next';
import { env } from '#lib/env.ts';
import { type ApiDocument, apiReference } from '#lib/web/api-reference.ts';
import { openApiDocument } from '#lib/web/open-api.ts';
import { documentedOperations } from '#lib/web/operations/documented-operations.ts';
import { DocsHeader } from './docs-header.tsx';
import { DocsNav } from './docs-nav.tsx';
import { Group } from './group.tsx';
import { Introduction } from './introduction.tsx';
import { KeyProvider } from './key-provider.tsx';
import { Problems } from './problems.tsx';

export const metadata: Metadata = { title: 'HTTP interface', description: 'All that programs can do, with examples that run.' };

/** The OpenAPI document as a page, for everybody: it needs no key and no signing in. */
export default function DocsPage() {
  const host = env().APP_URL.replace(/\/+$/, '');
  const document = openApiDocument(documentedOperations, host) as ApiDocument;
  const groups = apiReference(document);
  return (
    <KeyProvider>
      <DocsHeader />
      <div className="mx-auto flex max-w-[1280px] items-start">
        <DocsNav groups={groups} />
        <main className="min-w-0 flex-1 space-y-10 px-8 pt-7 pb-16 max-sm:px-3 max-sm:pt-5">
          <Introduction host={host} groups={groups} />
          {groups.map((group) => (
            <Group key={group.name} {...group} />
          ))}
          <Problems problems={document.components.schemas.Problem} />
        </main>
      </div>
    </KeyProvider>
  );
}
