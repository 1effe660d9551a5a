import { clientRoute } from '../client-route.ts';

const [v1, s2s] = [clientRoute('segment'), clientRoute('jitsu')];

export type Sent = { path?: string; body?: unknown; headers?: Record<string, string>; key?: string | null };

type Workspace = { apiKey: string; stored(): Promise<{ usage: Record<string, unknown>[] }> };

/** Sends as a client does, without a server; `body` as JSON, text and bytes as they are. */
export function clientOf(here: Workspace) {
  const send = async ({ path = '/v1/batch', body, headers = {}, key = here.apiKey }: Sent) => {
    const raw = typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body);
    const request = new Request(`http://perennial.example${path}`, {
      method: 'POST',
      headers: { ...(key === null ? {} : { 'x-write-key': key }), ...headers },
      body: raw as BodyInit,
    });
    const response = await (path.startsWith('/api/s/') ? s2s : v1).POST(request);
    return { status: response.status, headers: response.headers, body: await response.json() };
  };
  return {
    send,
    batch: (...events: unknown[]) => send({ body: { batch: events } }),
    usage: async () => (await here.stored()).usage.map((row) => `${row.account}/${row.user ?? '-'} ${row.activity} ${row.count}`),
  };
}

export const done = { status: 200, body: { success: true } };
export const login = { type: 'track', userId: 'ann', groupId: 'acme', event: 'login' };
