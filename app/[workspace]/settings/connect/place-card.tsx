import { YOUR_KEY } from '#lib/web/curl-of.ts';
import { TextLink } from '@/components/ui/app-link.tsx';
import { CardNote, SettingsCard } from '@/components/ui/card.tsx';
import { Code } from '@/components/ui/code.tsx';
import { CopyButton } from '@/components/ui/copy-button.tsx';
import { KeyValue, KeyValues } from '@/components/ui/key-values.tsx';
import type { Place } from './clients.ts';

/** What is new in every client: host and key. */
export function PlaceCard({ slug, place: { host, serviceId } }: { slug: string; place: Place }) {
  const keys = `/${slug}/settings/api-keys`;
  return (
    <SettingsCard title="What to change" sentence="The same in every client below.">
      <KeyValues>
        <KeyValue label="Host">
          <Copied text={host} name="host" />
        </KeyValue>
        <KeyValue label="Service id">
          <Copied text={serviceId} name="service id" />
        </KeyValue>
        <KeyValue label="Key">
          <Code>{YOUR_KEY}</Code>: <TextLink href={keys}>make one</TextLink> with the scope <Code>ingest</Code>; it is shown once
        </KeyValue>
      </KeyValues>
      <CardNote>
        What arrived and was kept out, and why, stands on <TextLink href={keys}>API Keys</TextLink>. Everything else that programs can do is
        in the <TextLink href="/docs">documentation of the interface</TextLink>.
      </CardNote>
    </SettingsCard>
  );
}

function Copied({ text, name }: { text: string; name: string }) {
  return (
    <span className="flex items-center justify-end gap-2">
      <Code className="break-all">{text}</Code>
      <CopyButton text={text} aria-label={`Copy the ${name}`} />
    </span>
  );
}
