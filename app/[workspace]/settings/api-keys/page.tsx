import type { Metadata } from 'next';
import { env } from '#lib/env.ts';
import { requireWorkspace } from '#lib/web/session.ts';
import { NotPermitted } from '@/app/[workspace]/not-permitted.tsx';
import { dataAddress } from '@/components/data/data-address.ts';
import { Prefetched } from '@/components/data/prefetched.tsx';
import { Page } from '@/components/frame/page.tsx';
import { HealthCard } from '@/components/ingest/health-card.tsx';
import { TextLink } from '@/components/ui/app-link.tsx';
import { CardBody, SettingsCard } from '@/components/ui/card.tsx';
import { Code, CodeBlock } from '@/components/ui/code.tsx';
import { CreateKeyDialog } from './create-key-dialog.tsx';
import { KeysCard } from './keys-card.tsx';
import { readKeys } from './read-keys.ts';

export const metadata: Metadata = { title: 'API Keys' };

export default async function ApiKeysPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace: slug } = await params;
  const { ctx, workspace } = await requireWorkspace(slug);
  if (!workspace.permissions.has('workspace:admin'))
    return <NotPermitted ctx={ctx} permission="workspace:admin" doing="Making and revoking keys" />;
  return (
    <Prefetched data={{ [dataAddress(slug, 'api-keys')]: await readKeys(ctx) }}>
      <Page
        title="API Keys"
        lead={`With a key, a program sends information to ${workspace.name} or reads from it. It can do what its scopes say, and nothing else.`}
        actions={<CreateKeyDialog />}
      >
        <KeysCard slug={slug} />
        <HealthCard slug={slug} />
        <SettingsCard
          title="Send something"
          sentence={
            <>
              With a key of the scope <Code>ingest</Code>. What was sent appears within seconds.{' '}
              <TextLink href={`/${slug}/settings/connect`}>Connect</TextLink> has this for the clients that you run already, and the{' '}
              <TextLink href="/docs">documentation</TextLink> everything else.
            </>
          }
        >
          <CardBody>
            <CodeBlock label="curl" text={exampleOf(env().APP_URL)} />
          </CardBody>
        </SettingsCard>
      </Page>
    </Prefetched>
  );
}

function exampleOf(url: string): string {
  return [
    `curl ${url.replace(/\/$/, '')}/api/v1/signals \\`,
    '  -H "Authorization: Bearer $API_KEY" \\',
    `  --json '{ "signals": [ { "type": "account", "account": "acme",`,
    `            "attributes": { "name": "Acme", "contract_status": "free" } } ] }'`,
  ].join('\n');
}
