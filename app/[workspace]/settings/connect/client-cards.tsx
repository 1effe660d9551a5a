'use client';

import { useData } from '@/components/data/use-data.ts';
import { type Health, healthAddress } from '@/components/ingest/health-query.ts';
import { SOURCE_NAME } from '@/components/ingest/source-name.ts';
import { CardBody, SettingsCard } from '@/components/ui/card.tsx';
import { CodeBlock } from '@/components/ui/code.tsx';
import { ListFailed } from '@/components/ui/list-failed.tsx';
import { ClientState } from './client-state.tsx';
import { CLIENTS, type Place } from './clients.ts';

/** Somebody waits for the first event with the page before them. */
const EVERY_MS = 2_000;

/** A card a client, with its code and whether it is heard. */
export function ClientCards({ slug, place }: { slug: string; place: Place }) {
  const { data, error, refetch } = useData<Health>(healthAddress(slug), { every: EVERY_MS });
  return (
    <>
      {error && !data && <ListFailed what="What arrives" error={error} onRetry={() => void refetch()} />}
      {CLIENTS.map(({ source, label, sentence, code }) => (
        <SettingsCard
          key={source}
          title={SOURCE_NAME[source]}
          sentence={sentence}
          action={<ClientState heard={data && (data.sources.find((one) => one.source === source) ?? null)} now={data?.to} />}
        >
          <CardBody>
            <CodeBlock label={label} text={code(place)} />
          </CardBody>
        </SettingsCard>
      ))}
    </>
  );
}
