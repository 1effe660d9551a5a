import type { IngestSource } from '#lib/ingest/rules/received.ts';
import { YOUR_KEY } from '#lib/web/curl-of.ts';

export type Place = {
  /** Where the product is served, without a slash at its end. */
  host: string;
  serviceId: string;
  /** The workspace takes no hit of a tracker without a key. */
  trackerNeedsKey: boolean;
};

export type Client = {
  source: IngestSource;
  /** The language, or the package that is installed. */
  label: string;
  sentence: string;
  code: (place: Place) => string;
};

/** Clients that people run already, each with three lines of its code: only host and key are new in them. */
export const CLIENTS: readonly Client[] = [
  {
    source: 'segment',
    label: '@segment/analytics-node',
    sentence: 'The account is the groupId, in the event or in its context.',
    code: ({ host }) => `import { Analytics } from '@segment/analytics-node';
const analytics = new Analytics({ writeKey: '${YOUR_KEY}', host: '${host}' });
analytics.track({ userId: 'ann', event: 'Logged in', context: { groupId: 'acme' } });`,
  },
  {
    source: 'segment_browser',
    label: '@segment/analytics-next',
    sentence: 'Whoever opens the page can read its key: use one with the scope ingest and no other.',
    code: ({ host }) => {
      const { protocol, host: name, pathname } = new URL(host);
      const api = `apiHost: '${name}${pathname.replace(/\/$/, '')}/v1', protocol: '${protocol.replace(':', '')}'`;
      return `import { AnalyticsBrowser } from '@segment/analytics-next';
const analytics = AnalyticsBrowser.load({ writeKey: '${YOUR_KEY}', cdnSettings: { integrations: {
  'Segment.io': { apiKey: '${YOUR_KEY}', ${api} } } } });
analytics.identify('ann', { name: 'Ann' }, { context: { groupId: 'acme' } });`;
    },
  },
  {
    source: 'rudderstack',
    label: '@rudderstack/rudder-sdk-node',
    sentence: 'The data plane is this host. Compressed and as form data, it is taken as it comes.',
    code: ({ host }) => `import RudderAnalytics from '@rudderstack/rudder-sdk-node';
const analytics = new RudderAnalytics('${YOUR_KEY}', { dataPlaneUrl: '${host}' });
analytics.track({ userId: 'ann', event: 'Logged in', context: { groupId: 'acme' } });`,
  },
  {
    source: 'jitsu',
    label: '@jitsu/js',
    sentence: 'What stands before the colon is a name of your own choice.',
    code: ({ host }) => `import { jitsuAnalytics } from '@jitsu/js';
const analytics = jitsuAnalytics({ host: '${host}', writeKey: 'perennial:${YOUR_KEY}', s2s: true });
await analytics.group('acme', { name: 'Acme' });`,
  },
  {
    source: 'totango',
    label: 'JavaScript in a page',
    sentence: 'The service id is public, and can only send. Programs written for its REST interface send to the same host.',
    code: ({ host, serviceId, trackerNeedsKey }) => {
      const key = trackerNeedsKey ? `, 'api-token': '${YOUR_KEY}'` : '';
      return `const service = { sdr_s: '${serviceId}'${key} };
const hit = new URLSearchParams({ ...service, sdr_o: 'acme', sdr_u: 'ann', sdr_m: 'crm', sdr_a: 'Logged in' });
new Image().src = '${host}/pixel.gif?' + hit;`;
    },
  },
  {
    source: 'signals',
    label: 'curl',
    sentence: 'The interface itself: accounts, users, objects, usage, touchpoints and tasks.',
    code: ({ host }) => `curl ${host}/api/v1/signals \\
  -H 'Authorization: Bearer ${YOUR_KEY}' \\
  --json '{ "signals": [{ "type": "account", "account": "acme" }] }'`,
  },
];
