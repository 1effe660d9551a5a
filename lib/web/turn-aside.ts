import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import { ALL_METHODS } from './rules/methods.ts';
import { UNKNOWN_METHOD, UNREADABLE_ADDRESS } from './rules/refused.ts';

/** Next ends in a 500 of its own where an address cannot be decoded, and at methods that `fetch` does not know. Node tells of each request before
 *  Next sees it: such a one is turned aside there, to `app/api/refused`, and is answered like all bad input. */
export function turnAsideUnreadable(): void {
  subscribe('http.server.request.start', (message) => turnAside((message as { request: IncomingMessage }).request));
}

export function turnAside(request: Pick<IncomingMessage, 'method' | 'url'>): void {
  const { method = '', url = '' } = request;
  if (!ALL_METHODS.includes(method)) Object.assign(request, { method: 'GET', url: UNKNOWN_METHOD });
  else if (!isReadable(url)) request.url = UNREADABLE_ADDRESS;
}

function isReadable(url: string): boolean {
  const [path = ''] = url.split('?', 1);
  try {
    decodeURIComponent(path);
  } catch {
    return false;
  }
  return /^(\/|https?:\/\/)/i.test(path);
}
