import type { TestWorkspace } from './workspace.ts';

/** The HTTP interface as a program of the workspace uses it: the answer's JSON; a status that is no success throws. */
export async function api(workspace: TestWorkspace, method: 'GET' | 'POST' | 'PUT' | 'PATCH', path: string, body?: unknown) {
  const response = await fetch(`${process.env.E2E_BASE_URL}/api/v1/${path}`, {
    method,
    headers: { Authorization: `Bearer ${workspace.apiKey}`, 'Content-Type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${await response.text()}`);
  return response.status === 204 ? null : response.json();
}

type Signal = { type: string; account: string } & Record<string, unknown>;

/** Sends information at the present instant of the workspace; a refused signal is a fault of the test. */
export async function send(workspace: TestWorkspace, ...signals: Signal[]): Promise<void> {
  const { rejected } = await api(workspace, 'POST', 'signals', { signals });
  if (rejected.length > 0) throw new Error(`refused: ${JSON.stringify(rejected)}`);
}

/** An account, by its identifier. */
export function account(id: string, attributes: Record<string, unknown> = {}): Signal {
  return { type: 'account', account: id, attributes: { name: nameOf(id), ...attributes } };
}

/** `acme-labs` is called Acme Labs. */
function nameOf(id: string): string {
  return id
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
}
