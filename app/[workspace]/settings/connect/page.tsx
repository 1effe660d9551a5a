import type { Metadata } from 'next';
import { env } from '#lib/env.ts';
import { ingestHealth } from '#lib/ingest/ingest-health.ts';
import { getIngestSettings } from '#lib/ingest/save-ingest-settings.ts';
import { requireWorkspace } from '#lib/web/session.ts';
import { getServiceId } from '#lib/workspaces/get-service-id.ts';
import { NotPermitted } from '@/app/[workspace]/not-permitted.tsx';
import { Prefetched } from '@/components/data/prefetched.tsx';
import { Page } from '@/components/frame/page.tsx';
import { healthAddress } from '@/components/ingest/health-query.ts';
import { ClientCards } from './client-cards.tsx';
import { PlaceCard } from './place-card.tsx';

export const metadata: Metadata = { title: 'Connect' };

export default async function ConnectPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace: slug } = await params;
  const { ctx, workspace } = await requireWorkspace(slug);
  if (!workspace.permissions.has('workspace:admin'))
    return <NotPermitted ctx={ctx} permission="workspace:admin" doing="Connecting what sends information" />;
  const [health, serviceId, settings] = [await ingestHealth(ctx, {}), await getServiceId(ctx, {}), await getIngestSettings(ctx, {})];
  const place = { host: env().APP_URL.replace(/\/+$/, ''), serviceId, trackerNeedsKey: settings.pixel_needs_key };
  return (
    <Prefetched data={{ [healthAddress(slug)]: health }}>
      <Page
        title="Connect"
        lead={`The clients that you run already keep what is in ${workspace.name} alive: change host and key in them, and nothing else. Each turns green with its first event.`}
      >
        <PlaceCard slug={slug} place={place} />
        <ClientCards slug={slug} place={place} />
      </Page>
    </Prefetched>
  );
}
